import { readdir, unlink } from 'node:fs/promises'
import { dirname, join } from 'node:path'

import { resolveInside } from './paths.ts'
import { statNow } from './statIfThere.ts'
import { isTemporaryName } from './replaceFile.ts'

// A file that is being written exists for milliseconds; another program may be writing at the same time.
const minAge = 60_000

/**
 * Removes temporary files that a killed write has left next to some files of a content root. Those that cannot be
 * removed stay, since they are hidden and harmless.
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
      const found = statNow(join(folder, name))
      const isOld = found?.isFile() === true && Date.now() - found.mtimeMs > minAge
      if (isOld) await unlink(join(folder, name)).catch(() => undefined)
    }
  }
}
