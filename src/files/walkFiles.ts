import { join } from 'node:path'
import type { Problem } from '../problems/problems.ts'
import { ContentRootError, systemReason } from './errors.ts'
import { fileProblem } from './fileProblem.ts'
import { readFolder } from './readFolder.ts'
import type { FolderEntry } from './readFolder.ts'
import { resolveRoot } from './paths.ts'

/** A regular file, or an entry that cannot be imported, and why. */
export type WalkedFile =
  | { kind: 'file'; path: string }
  /** `path` may be a folder's; then nothing is known about the files under it. */
  | { kind: 'problem'; path: string; problem: Problem }

/**
 * Walks over all files under a content root, in the order of their paths by code unit. Paths are relative to the root,
 * with forward slashes. Only one folder and the next are in memory at a time, with the remaining entries of their parents.
 *
 * Hidden entries are skipped. Symbolic links, pipes, sockets and devices are neither followed nor opened but reported,
 * as are unsafe names, unreadable folders, and all names of a folder that some file systems treat as the same.
 *
 * @throws ContentRootError if the root is missing, not a folder, or not readable.
 */
export async function* walkFiles(root: string): AsyncGenerator<WalkedFile, void, undefined> {
  for await (const some of walkFolders(root)) yield* some
}

/** Does the same, with all files together that follow one another without another folder in between. */
export async function* walkFolders(root: string): AsyncGenerator<WalkedFile[], void, undefined> {
  const absolute = await resolveRoot(root)
  // A stack of the remaining entries, last first.
  const pending = (await readRoot(root, absolute)).reverse()
  let some: WalkedFile[] = []
  for (let entry = pending.pop(); entry !== undefined; entry = pending.pop()) {
    if (entry.kind !== 'folder') {
      some.push(entry)
      continue
    }
    // The folder is read while the files before it are being looked at.
    const reading = readOrReport(absolute, entry.path)
    if (some.length > 0) yield some
    some = []
    for (const child of (await reading).reverse()) pending.push(child)
  }
  if (some.length > 0) yield some
}

const readOrReport = async (absolute: string, path: string): Promise<FolderEntry[]> => {
  try {
    return await readFolder(join(absolute, path), `${path}/`)
  } catch (error) {
    const message = `The folder could not be read: ${systemReason(error)}.`
    return [{ kind: 'problem', path, problem: fileProblem(path, 'unreadable-file', message) }]
  }
}

const readRoot = async (root: string, absolute: string): Promise<FolderEntry[]> => {
  try {
    return await readFolder(absolute, '')
  } catch (error) {
    throw new ContentRootError(root, systemReason(error), { cause: error })
  }
}
