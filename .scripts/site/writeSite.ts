import { mkdir, readdir, writeFile } from 'node:fs/promises'
import path from 'node:path'

import type { SiteFile } from './generateSite.ts'

/** Number of files that are written at the same time. */
const atOnce = 32

export class FolderNotEmptyError extends Error {
  override name = 'FolderNotEmptyError'
}

/**
 * Writes files under an empty folder, which is created if it does not exist. Returns their number and their total size
 * in bytes.
 * @throws FolderNotEmptyError if something is in the folder.
 */
export const writeSite = async (
  folder: string,
  files: Iterable<SiteFile>,
): Promise<{ files: number; bytes: number }> => {
  await mkdir(folder, { recursive: true })
  if ((await readdir(folder)).length > 0) throw new FolderNotEmptyError(`${folder} is not empty.`)
  const made = new Set<string>()
  const written = { files: 0, bytes: 0 }
  let pending: Promise<void>[] = []
  for (const { path: name, text } of files) {
    const file = path.join(folder, name)
    const parent = path.dirname(file)
    if (!made.has(parent)) await mkdir(parent, { recursive: true })
    made.add(parent)
    pending.push(writeFile(file, text, { flag: 'wx' }))
    written.files += 1
    written.bytes += Buffer.byteLength(text)
    if (pending.length === atOnce) {
      await Promise.all(pending)
      pending = []
    }
  }
  await Promise.all(pending)
  return written
}
