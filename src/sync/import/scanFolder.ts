import { walkFiles } from '../../files/index.ts'
import type { Problem } from '../../frontMatter/index.ts'
import { matchPath, type Mapping } from '../../mapping/index.ts'

/** What stands in a content root, before anything was read. */
export type ScannedFolder = {
  /** Paths of the files that a mapping takes, in their order. */
  paths: Map<Mapping, string[]>
  /** Files that no mapping takes. */
  ignored: number
  /** What cannot be taken over: files, and folders of which nothing is known. */
  refused: { path: string; problem: Problem }[]
}

/**
 * Finds out which files of a folder belong to which mapping. Paths are all that is held in memory of them.
 * Throws a ContentRootError when the folder cannot be read.
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
