import { rmdir, unlink } from 'node:fs/promises'
import { join } from 'node:path'
import { ContentRootError, errorCode, FileWriteError, UnsafePathError } from './errors.ts'
import { kindOf, statNow } from './statIfThere.ts'
import { resolveInside, resolveRoot } from './paths.ts'
import { syncFolders } from './syncFolders.ts'
import type { WriteOptions } from './writeBinaryFile.ts'

/**
 * Removes a file under a content root, and then its empty folders up to the root, which stays.
 *
 * @param path Relative to the root, with forward slashes.
 * @returns Whether there was a file to remove.
 * @throws UnsafePathError, FileWriteError, ContentRootError as `writeTextFile` does.
 */
export const removeTextFile = async (
  root: string,
  path: string,
  options: WriteOptions = {},
): Promise<boolean> => {
  try {
    const absolute = await resolveInside(root, path, 'stop')
    const found = absolute === undefined ? undefined : statNow(absolute)
    if (absolute === undefined || found === undefined) return false
    if (!found.isFile()) throw new UnsafePathError(path, `it is a ${kindOf(found)}`)
    await unlink(absolute)
    await removeEmptyFolders(await resolveRoot(root), path)
    if (options.syncFolders !== false) await syncFolders(root, [path])
    return true
  } catch (error) {
    if (error instanceof UnsafePathError || error instanceof ContentRootError) throw error
    throw new FileWriteError(path, 'removed', error)
  }
}

const removeEmptyFolders = async (root: string, path: string): Promise<void> => {
  const segments = path.split('/')
  for (let depth = segments.length - 1; depth > 0; depth -= 1) {
    try {
      await rmdir(join(root, ...segments.slice(0, depth)))
    } catch (error) {
      const code = errorCode(error) ?? ''
      if (code === 'ENOTEMPTY' || code === 'EEXIST') return
      if (code !== 'ENOENT') throw error
    }
  }
}
