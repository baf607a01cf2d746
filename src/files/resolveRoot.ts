import { realpath, stat } from 'node:fs/promises'
import { ContentRootError } from './ContentRootError.ts'
import { systemReason } from './systemReason.ts'

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
