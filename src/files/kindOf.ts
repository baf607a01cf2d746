import type { Dirent, Stats } from 'node:fs'

/** Names what an entry of a folder is, in words that a message can use. */
export const kindOf = (entry: Dirent<Buffer> | Stats): string => {
  if (entry.isFile()) return 'regular file'
  if (entry.isDirectory()) return 'folder'
  if (entry.isSymbolicLink()) return 'symbolic link'
  if (entry.isFIFO()) return 'named pipe'
  if (entry.isSocket()) return 'socket'
  return 'device'
}
