import { mkdir } from 'node:fs/promises'
import { join } from 'node:path'
import { UnsafePathError } from './UnsafePathError.ts'
import { errorCode } from './errorCode.ts'
import { kindOf } from './kindOf.ts'
import { resolveRoot } from './resolveRoot.ts'
import { statIfThere } from './statIfThere.ts'
import { unsafeReason } from './unsafeReason.ts'

/**
 * Turns a path under a content root into an absolute one, after making sure that every folder on the way is a real
 * folder. What stands at the end of the path is not looked at.
 *
 * @param missingFolders `make` makes them; `stop` gives undefined, since nothing can stand in a folder that is not there.
 * @throws UnsafePathError when the path leaves the root, is not safe to use, or leads through a symbolic link.
 * @throws ContentRootError when the root cannot be used.
 */
export const resolveInside = async (
  root: string,
  path: string,
  missingFolders: 'make' | 'stop',
): Promise<string | undefined> => {
  const reason = unsafeReason(path)
  if (reason !== undefined) throw new UnsafePathError(path, reason)
  const segments = path.split('/')
  let folder = await resolveRoot(root)
  for (const segment of segments.slice(0, -1)) {
    folder = join(folder, segment)
    let found = await statIfThere(folder)
    if (found === undefined) {
      if (missingFolders === 'stop') return undefined
      await makeFolder(folder)
      found = await statIfThere(folder)
    }
    if (found?.isDirectory() !== true) {
      const kind = found === undefined ? 'no longer there' : `a ${kindOf(found)}`
      throw new UnsafePathError(path, `"${segment}" on the way is ${kind}, not a folder`)
    }
  }
  return join(folder, segments.at(-1) ?? '')
}

const makeFolder = async (absolute: string): Promise<void> => {
  try {
    await mkdir(absolute)
  } catch (error) {
    // Several files of one new folder may be written at once.
    if (errorCode(error) !== 'EEXIST') throw error
  }
}
