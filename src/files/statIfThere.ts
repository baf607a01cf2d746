import type { Dirent, Stats } from 'node:fs'
import { lstat } from 'node:fs/promises'
import { errorCode } from './errors.ts'

/** What stands at an absolute path, without following a symbolic link; undefined when nothing does. */
export const statIfThere = async (absolute: string): Promise<Stats | undefined> => {
  try {
    return await lstat(absolute)
  } catch (error) {
    if (errorCode(error) === 'ENOENT') return undefined
    throw error
  }
}

/** Names what an entry of a folder is, in words that a message can use. */
export const kindOf = (entry: Dirent<Buffer> | Stats): string => {
  if (entry.isFile()) return 'regular file'
  if (entry.isDirectory()) return 'folder'
  if (entry.isSymbolicLink()) return 'symbolic link'
  if (entry.isFIFO()) return 'named pipe'
  if (entry.isSocket()) return 'socket'
  return 'device'
}
