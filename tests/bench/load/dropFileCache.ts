import { execFileSync } from 'node:child_process'
import { writeFileSync } from 'node:fs'

/** Makes Linux forget what it has read of files, so that the next read goes to the disk. Warns where it may not. */
export const dropFileCache = (): void => {
  execFileSync('sync')
  try {
    writeFileSync('/proc/sys/vm/drop_caches', '3')
  } catch {
    console.warn('The cache of files stays warm: emptying it takes root on Linux.')
  }
}
