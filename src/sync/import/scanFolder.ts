import { walkFiles } from '../../files/walkFiles.ts'
import type { Problem } from '../../problems/problems.ts'
import { matchPath } from '../../mapping/filePath.ts'
import type { Mapping } from '../../mapping/types.ts'

/** The files of a content root, before any is read. */
export type ScannedFolder = {
  /** Paths of the files that belong to a mapping, in order. */
  paths: Map<Mapping, string[]>
  /** Number of files that belong to no mapping. */
  ignored: number
  /** Problems with files that cannot be imported, and with folders that cannot be read. */
  refused: { path: string; problem: Problem }[]
}

/**
 * Finds out which files of a folder belong to which mapping. Only their paths are kept in memory. Throws a
 * ContentRootError if the folder cannot be read.
 */
export const scanFolder = async (
  folder: string,
  mappings: readonly Mapping[],
  { onFile, signal }: { onFile?: (found: number) => void; signal?: AbortSignal | undefined } = {},
): Promise<ScannedFolder> => {
  const paths = new Map<Mapping, string[]>(mappings.map((mapping) => [mapping, []]))
  const refused: ScannedFolder['refused'] = []
  let ignored = 0
  let found = 0
  for await (const entry of walkFiles(folder)) {
    if (signal?.aborted) break
    onFile?.((found += 1))
    if (entry.kind === 'problem') {
      refused.push(entry)
      continue
    }
    const mapping = mappings.find((candidate) => matchPath(candidate, entry.path))
    if (mapping) paths.get(mapping)?.push(entry.path)
    else ignored += 1
  }
  return { paths, ignored, refused }
}
