import { execFileSync } from 'node:child_process'
import { writeFileSync } from 'node:fs'

/** Makes Linux drop its file cache, so that the next read goes to the disk. Warns if that is not permitted. */
export const dropFileCache = (): void => {
  execFileSync('sync')
  try {
    writeFileSync('/proc/sys/vm/drop_caches', '3')
  } catch {
    console.warn('The cache of files stays warm: emptying it takes root on Linux.')
  }
}
