import { mkdir, realpath, stat } from 'node:fs/promises'
import { join } from 'node:path'
import { ContentRootError, errorCode, systemReason, UnsafePathError } from './errors.ts'
import { kindOf, statIfThere } from './statIfThere.ts'

/**
 * Turns a path under a content root into an absolute one, after making sure that every folder on the way is a real
 * folder. What stands at the end of the path is not looked at.
 *
 * @param missingFolders `make` makes them; `stop` gives undefined, since nothing can stand in a folder that is not there.
 * @throws UnsafePathError when the path leaves the root, is not safe to use, or leads through a symbolic link.
 * @throws ContentRootError when the root cannot be used.
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
    let found = await statIfThere(folder)
    if (found === undefined) {
      if (missingFolders === 'stop') return undefined
      await makeFolder(folder)
      found = await statIfThere(folder)
    }
    if (found?.isDirectory() !== true) {
      const kind = found === undefined ? 'no longer there' : `a ${kindOf(found)}`
      throw new UnsafePathError(path, `"${segment}" on the way is ${kind}, not a folder`)
    }
  }
  return join(folder, segments.at(-1) ?? '')
}

const makeFolder = async (absolute: string): Promise<void> => {
  try {
    await mkdir(absolute)
  } catch (error) {
    // Several files of one new folder may be written at once.
    if (errorCode(error) !== 'EEXIST') throw error
  }
}

/**
 * Gives the real, absolute path of a content root. The root itself may be a symbolic link; nothing under it may.
 * @throws ContentRootError when there is no such folder.
 */
export const resolveRoot = async (root: string): Promise<string> => {
  try {
    const absolute = await realpath(root)
    if ((await stat(absolute)).isDirectory()) return absolute
  } catch (error) {
    throw new ContentRootError(root, systemReason(error), { cause: error })
  }
  throw new ContentRootError(root, 'it is not a folder')
}

/**
 * Makes the folder that an export writes to, with its parents, where it does not exist yet.
 * @throws ContentRootError when it cannot be made or something else stands there.
 */
export const makeRoot = async (root: string): Promise<void> => {
  try {
    await mkdir(root, { recursive: true })
  } catch (error) {
    throw new ContentRootError(root, systemReason(error), { cause: error })
  }
  await resolveRoot(root)
}

/**
 * Says why a relative path with forward slashes must not be used under a content root; undefined when it may be.
 * Hidden names are refused too: the walk never shows them, and `.git/hooks` is no place for content.
 */
export const unsafeReason = (path: string): string | undefined => {
  if (path === '') return 'it is empty'
  if (/[\p{Cc}\p{Surrogate}]/u.test(path)) return 'it has a control character or a broken character'
  if (path.includes('\\')) return 'it has a backslash'
  if (path.startsWith('/') || /^[a-z]:/i.test(path)) return 'it is absolute or names a drive'
  const segments = path.split('/')
  if (segments.includes('')) return 'it has an empty segment'
  if (segments.includes('..')) return 'it leads upwards'
  if (segments.some((segment) => segment.startsWith('.'))) return 'it has a hidden segment'
  return undefined
}
