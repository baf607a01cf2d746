import { setImmediate as turn } from 'node:timers/promises'

import { type FileStat, statFile } from '../../files/fileStat.ts'
import { resolveRoot } from '../../files/paths.ts'
import { type WalkedFile, walkFolders } from '../../files/walkFiles.ts'
import { chunks } from '../../documents/pages.ts'
import type { Problem } from '../../problems/problems.ts'
import { matchPath } from '../../mapping/filePath.ts'
import { isImagePath } from '../../mapping/images/imagePlaces.ts'
import type { Mapping } from '../../mapping/types.ts'
import { numberList } from './numberList.ts'
import { type PathList, pathList } from './pathList.ts'

/** The files of a content root, before any is read. */
export type ScannedFolder = {
  /** Paths of the files that belong to a mapping. */
  paths: Map<Mapping, PathList>
  /** The positions of those that may have changed. */
  changed: Map<Mapping, Float64Array>
  /** Number of files that belong to no mapping, not even as images. */
  ignored: number
  /** Problems with files that cannot be imported, and with folders that cannot be read. */
  refused: { path: string; problem: Problem }[]
}

type ScanOptions = {
  /** Whether a file is known not to have changed. Default: none is. */
  isUnchanged?: (path: string, stat: FileStat) => boolean
  onFile?: (found: number) => void
  signal?: AbortSignal | undefined
}

/** Number of files after which other work of the process gets its turn, since their status is read synchronously. */
const filesAtOnce = 500

/**
 * Finds out which files of a folder belong to which mapping. Only their paths are kept in memory. Throws a
 * ContentRootError if the folder cannot be read.
 */
export const scanFolder = async (
  folder: string,
  mappings: readonly Mapping[],
  { isUnchanged, onFile, signal }: ScanOptions = {},
): Promise<ScannedFolder> => {
  const root = await resolveRoot(folder)
  const lists = new Map(mappings.map((mapping) => [mapping, { paths: pathList(), changed: numberList() }]))
  const refused: ScannedFolder['refused'] = []
  let ignored = 0
  let found = 0
  const take = (entry: WalkedFile): void => {
    if (entry.kind === 'problem') {
      refused.push(entry)
      return
    }
    const mapping = mappings.find((candidate) => matchPath(candidate, entry.path))
    if (!mapping) {
      if (!mappings.some((candidate) => isImagePath(candidate, entry.path))) ignored += 1
      return
    }
    const list = lists.get(mapping)
    const stat = isUnchanged && statFile(root, entry.path)
    if (!stat || !isUnchanged(entry.path, stat)) list?.changed.push(list.paths.count())
    list?.paths.push(entry.path)
  }
  for await (const entries of walkFolders(folder))
    for (const some of chunks(entries, filesAtOnce)) {
      if (signal?.aborted) break
      for (const entry of some) take(entry)
      onFile?.((found += some.length))
      await turn()
    }
  const ofEach = [...lists]
  return {
    paths: new Map(ofEach.map(([mapping, { paths }]) => [mapping, paths])),
    changed: new Map(ofEach.map(([mapping, { changed }]) => [mapping, changed.all()])),
    ignored,
    refused,
  }
}
