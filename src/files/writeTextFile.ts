import { ContentRootError, FileWriteError, UnsafePathError } from './errors.ts'
import { kindOf, statIfThere } from './statIfThere.ts'
import { replaceFile } from './replaceFile.ts'
import { resolveInside } from './paths.ts'
import { syncFolders } from './syncFolders.ts'

/** `syncFolders: false` leaves syncing to one call of `syncFolders` for many files. */
export type WriteOptions = { syncFolders?: boolean }

/**
 * Writes a text file under a content root atomically, creating the folders on the way. An existing file keeps its mode.
 *
 * @param path Relative to the root, with forward slashes.
 * @throws UnsafePathError if the path leaves the root, leads through a symbolic link, or something other than a regular
 *   file exists there.
 * @throws FileWriteError if the system refuses; the previous file is unchanged.
 * @throws ContentRootError if the root cannot be used.
 */
export const writeTextFile = async (
  root: string,
  path: string,
  text: string,
  options: WriteOptions = {},
): Promise<void> => {
  // It would be written as a different text.
  if (/\p{Surrogate}/u.test(text))
    throw new TypeError(`The text for "${path}" contains half of a surrogate pair.`)
  try {
    const absolute = await resolveInside(root, path, 'make')
    if (absolute === undefined) throw new Error('its folder does not exist')
    await replaceFile(absolute, text, await currentMode(absolute, path))
    if (options.syncFolders !== false) await syncFolders(root, [path])
  } catch (error) {
    if (error instanceof UnsafePathError || error instanceof ContentRootError) throw error
    throw new FileWriteError(path, 'written', error)
  }
}

const currentMode = async (absolute: string, path: string): Promise<number | undefined> => {
  const found = await statIfThere(absolute)
  if (found === undefined) return undefined
  if (!found.isFile()) throw new UnsafePathError(path, `it is a ${kindOf(found)}`)
  return found.mode & 0o777
}
