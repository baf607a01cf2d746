import type { Stats } from 'node:fs'
import { lstat } from 'node:fs/promises'
import { errorCode } from './errorCode.ts'

/** What stands at an absolute path, without following a symbolic link; undefined when nothing does. */
export const statIfThere = async (absolute: string): Promise<Stats | undefined> => {
  try {
    return await lstat(absolute)
  } catch (error) {
    if (errorCode(error) === 'ENOENT') return undefined
    throw error
  }
}
