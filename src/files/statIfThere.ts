import { type Dirent, lstatSync, type Stats } from 'node:fs'
import { errorCode } from './errors.ts'

/** The status of an absolute path, without following a symbolic link; undefined if nothing exists there. */
export const statNow = (absolute: string): Stats | undefined => {
  try {
    return lstatSync(absolute)
  } catch (error) {
    if (errorCode(error) === 'ENOENT') return undefined
    throw error
  }
}

/** Describes the type of an entry of a folder, for messages. */
export const kindOf = (entry: Dirent | Dirent<Buffer> | Stats): string => {
  if (entry.isFile()) return 'regular file'
  if (entry.isDirectory()) return 'folder'
  if (entry.isSymbolicLink()) return 'symbolic link'
  if (entry.isFIFO()) return 'named pipe'
  if (entry.isSocket()) return 'socket'
  return 'device'
}
