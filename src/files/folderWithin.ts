import { realpath } from 'node:fs/promises'
import path from 'node:path'

import { errorCode, FolderError } from './errors.ts'

const isWithin = (folder: string, root: string): boolean =>
  folder === root || folder.startsWith(root.endsWith(path.sep) ? root : `${root}${path.sep}`)

/** The real path of a folder, or of what would be its place if it does not exist yet. */
const realPlace = async (folder: string): Promise<string> => {
  try {
    return await realpath(folder)
  } catch (error) {
    const parent = path.dirname(folder)
    if (errorCode(error) !== 'ENOENT' || parent === folder) throw error
    return path.join(await realPlace(parent), path.basename(folder))
  }
}

/**
 * Checks that a folder is one of the allowed ones or below one, by its name and by where symbolic links on the way lead.
 * Relative paths are relative to the working folder. Returns the absolute path, which need not exist.
 * @throws FolderError for any other folder.
 */
export const folderWithin = async (roots: readonly string[], folder: string): Promise<string> => {
  const allowed = roots.map((root) => path.resolve(root))
  const absolute = path.resolve(folder)
  const isUnusual = /\p{Cc}/u.test(folder) || folder.split(/[/\\]/).includes('..')
  const root = isUnusual ? undefined : allowed.find((candidate) => isWithin(absolute, candidate))
  if (root !== undefined) {
    const places = await Promise.all([realPlace(absolute), realPlace(root)]).catch(() => undefined)
    if (places && isWithin(...places)) return absolute
  }
  throw new FolderError(folder)
}
