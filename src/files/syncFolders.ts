import { open } from 'node:fs/promises'
import { join } from 'node:path'
import { errorCode } from './errors.ts'
import { resolveRoot } from './paths.ts'

/** Some file systems cannot sync a folder; they keep renames in order by themselves. */
const unsupported = new Set(['EINVAL', 'ENOTSUP', 'EISDIR', 'EPERM'])

/**
 * Makes sure that files written to or removed from a content root stay so after a power failure, by syncing each of
 * their folders, up to the root, once. Missing folders are skipped.
 *
 * @param paths The files' paths, relative to the root.
 */
export const syncFolders = async (root: string, paths: Iterable<string>): Promise<void> => {
  const absolute = await resolveRoot(root)
  const folders = new Set<string>([''])
  for (const path of paths) {
    const segments = path.split('/').slice(0, -1)
    segments.forEach((_, index) => folders.add(segments.slice(0, index + 1).join('/')))
  }
  for (const folder of folders) await syncFolder(join(absolute, folder))
}

const syncFolder = async (absolute: string): Promise<void> => {
  try {
    const handle = await open(absolute, 'r')
    try {
      await handle.sync()
    } finally {
      await handle.close()
    }
  } catch (error) {
    const code = errorCode(error) ?? ''
    if (code !== 'ENOENT' && !unsupported.has(code)) throw error
  }
}
