import { ContentRootError, FileWriteError, UnsafePathError } from './errors.ts'
import { kindOf, statNow } from './statIfThere.ts'
import { replaceFile } from './replaceFile.ts'
import { resolveInside } from './paths.ts'
import { syncFolders } from './syncFolders.ts'

/** `syncFolders: false` leaves syncing to one call of `syncFolders` for many files. */
export type WriteOptions = { syncFolders?: boolean }

/**
 * Writes a file under a content root atomically, creating the folders on the way. An existing file keeps its mode.
 *
 * @param path Relative to the root, with forward slashes.
 * @throws UnsafePathError if the path leaves the root, leads through a symbolic link, or something other than a regular
 *   file exists there.
 * @throws FileWriteError if the system refuses; the previous file is unchanged.
 * @throws ContentRootError if the root cannot be used.
 */
export const writeBinaryFile = async (
  root: string,
  path: string,
  content: string | Uint8Array,
  options: WriteOptions = {},
): Promise<void> => {
  try {
    const absolute = await resolveInside(root, path, 'make')
    if (absolute === undefined) throw new Error('its folder does not exist')
    await replaceFile(absolute, content, currentMode(absolute, path))
    if (options.syncFolders !== false) await syncFolders(root, [path])
  } catch (error) {
    if (error instanceof UnsafePathError || error instanceof ContentRootError) throw error
    throw new FileWriteError(path, 'written', error)
  }
}

const currentMode = (absolute: string, path: string): number | undefined => {
  const found = statNow(absolute)
  if (found === undefined) return undefined
  if (!found.isFile()) throw new UnsafePathError(path, `it is a ${kindOf(found)}`)
  return found.mode & 0o777
}
