import { readdir, unlink } from 'node:fs/promises'
import { dirname, join } from 'node:path'

import { resolveInside } from './paths.ts'
import { statIfThere } from './statIfThere.ts'
import { isTemporaryName } from './replaceFile.ts'

// A file that is being written is there for milliseconds; another program may write at the same time.
const minAge = 60_000

/**
 * Removes the temporary files that a write which was killed has left beside some files of a content root. What cannot
 * be removed stays, since it is hidden and harms nobody.
 *
 * @param paths The files' paths, relative to the root.
 */
export const removeLeftovers = async (root: string, paths: Iterable<string>): Promise<void> => {
  const folders = new Map([...paths].map((path) => [dirname(path), path]))
  for (const path of folders.values()) {
    const file = await resolveInside(root, path, 'stop').catch(() => undefined)
    if (file === undefined) continue
    const folder = dirname(file)
    const names = await readdir(folder).catch(() => [])
    for (const name of names.filter(isTemporaryName)) {
      const found = await statIfThere(join(folder, name))
      const isOld = found?.isFile() === true && Date.now() - found.mtimeMs > minAge
      if (isOld) await unlink(join(folder, name)).catch(() => undefined)
    }
  }
}
