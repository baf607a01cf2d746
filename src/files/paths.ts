import { mkdirSync, realpathSync, statSync } from 'node:fs'
import { mkdir } from 'node:fs/promises'
import { join } from 'node:path'
import { ContentRootError, errorCode, systemReason, UnsafePathError } from './errors.ts'
import { kindOf, statNow } from './statIfThere.ts'

/**
 * Resolves a path under a content root to an absolute one, after making sure that every folder on the way is a real
 * folder. The last segment itself is not checked.
 *
 * @param missingFolders `make` creates them; `stop` returns undefined, since a missing folder contains nothing.
 * @throws UnsafePathError if the path leaves the root, is not safe to use, or leads through a symbolic link.
 * @throws ContentRootError if the root cannot be used.
 */
export const resolveInside = async (
  root: string,
  path: string,
  missingFolders: 'make' | 'stop',
): Promise<string | undefined> => {
  const reason = unsafeReason(path)
  if (reason !== undefined) throw new UnsafePathError(path, reason)
  const segments = path.split('/')
  let folder = await resolveRoot(root)
  for (const segment of segments.slice(0, -1)) {
    folder = join(folder, segment)
    // Synchronous: for each file of a site, asking threads takes longer than everything else.
    let found = statNow(folder)
    if (found === undefined) {
      if (missingFolders === 'stop') return undefined
      makeFolder(folder)
      found = statNow(folder)
    }
    if (found?.isDirectory() !== true) {
      const kind = found === undefined ? 'no longer there' : `a ${kindOf(found)}`
      throw new UnsafePathError(path, `"${segment}" on the way is ${kind}, not a folder`)
    }
  }
  return join(folder, segments.at(-1) ?? '')
}

const makeFolder = (absolute: string): void => {
  try {
    mkdirSync(absolute)
  } catch (error) {
    // Several files of a new folder may be written at the same time.
    if (errorCode(error) !== 'EEXIST') throw error
  }
}

/**
 * Returns the real, absolute path of a content root. The root itself may be a symbolic link; nothing under it may.
 * @throws ContentRootError if there is no such folder.
 */
export const resolveRoot = (root: string): Promise<string> => new Promise((resolve) => resolve(rootNow(root)))

const rootNow = (root: string): string => {
  try {
    const absolute = realpathSync.native(root)
    if (statSync(absolute).isDirectory()) return absolute
  } catch (error) {
    throw new ContentRootError(root, systemReason(error), { cause: error })
  }
  throw new ContentRootError(root, 'it is not a folder')
}

/**
 * Creates the folder that an export writes to, with its parents, if it does not exist yet.
 * @throws ContentRootError if it cannot be created or something else exists there.
 */
export const createRoot = async (root: string): Promise<void> => {
  try {
    await mkdir(root, { recursive: true })
  } catch (error) {
    const reason = errorCode(error) === 'EEXIST' ? 'it is not a folder' : systemReason(error)
    throw new ContentRootError(root, reason, { cause: error })
  }
  await resolveRoot(root)
}

/** Whether a name consists of lower-case letters, digits, hyphens, underscores and single dots, and is safe anywhere. */
export const isPlainName = (name: string): boolean => /^[\da-z][\d_a-z-]*(\.[\d_a-z-]+)*$/.test(name)

/**
 * The reason why a relative path with forward slashes must not be used under a content root; undefined if it may be.
 * Hidden names are refused too: a walk never lists them, and `.git/hooks` is no place for content.
 */
export const unsafeReason = (path: string): string | undefined => {
  // Almost all names.
  if (isPlainName(path)) return undefined
  if (path === '') return 'it is empty'
  if (/[\p{Cc}\p{Surrogate}]/u.test(path)) return 'it contains a control character or a broken character'
  if (path.includes('\\')) return 'it contains a backslash'
  if (path.startsWith('/') || /^[a-z]:/i.test(path)) return 'it is absolute or names a drive'
  const segments = path.split('/')
  if (segments.includes('')) return 'it contains an empty segment'
  if (segments.includes('..')) return 'it leads upwards'
  if (segments.some((segment) => segment.startsWith('.'))) return 'it contains a hidden segment'
  return undefined
}
