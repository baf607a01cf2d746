import { createTwoFilesPatch } from 'diff'
import type { Payload } from 'payload'

import { readTextFile } from '../../files/readTextFile.ts'
import { walkFiles } from '../../files/walkFiles.ts'
import type { Problem } from '../../problems/problems.ts'
import { matchPath } from '../../mapping/filePath.ts'
import type { Mapping } from '../../mapping/types.ts'
import type { OnProgress } from '../../progress/phases.ts'
import { verifyCounts, type VerifyReport } from '../report.ts'
import { type GivenValues, scopesWithin } from '../scope.ts'
import { verifyImages } from '../images/verifyImages.ts'
import { allWithImages } from '../images/withImages.ts'
import { countExported } from './countExported.ts'
import { exportedFiles } from './exportedFiles.ts'

export type VerifyOptions = {
  payload: Payload
  mappings: readonly Mapping[]
  /** The folder to compare with what an export would write. */
  folder: string
  /** Only documents with this value of the field named by `within` in a mapping. */
  within?: GivenValues
  onProgress?: OnProgress
  signal?: AbortSignal
}

/** A file that differs from what an export would write, and how. */
export type Difference = { path: string; kind: 'different' | 'missing' | 'extra'; diff?: string }

/**
 * Compares a folder with the files that an export would write now, without writing anything. Missing: a file that an
 * export would add. Extra: a file that belongs to a mapping but has no document. Throws if the folder cannot be read.
 */
export const verifyFiles = async ({
  payload,
  mappings,
  folder,
  onProgress,
  signal,
  within,
}: VerifyOptions): Promise<VerifyReport & { differences: Difference[] }> => {
  const started = performance.now()
  const counts = { ...verifyCounts }
  const problems: Problem[] = []
  const differences: Difference[] = []
  const expected = new Set<string>()
  const report = (difference: Difference): void => {
    counts[difference.kind] += 1
    differences.push(difference)
  }
  let done = 0
  onProgress?.({ phase: 'compare', done })
  const scoped = allWithImages(payload, await scopesWithin(payload, mappings, within), folder)
  const images = verifyImages(folder)
  const total = await countExported(payload, scoped)
  for (const { mapping, scope } of scoped) {
    for await (const file of exportedFiles(payload, mapping, { within: scope.where })) {
      if (signal?.aborted) break
      done += 1
      onProgress?.({ phase: 'compare', done, total })
      if ('problem' in file) {
        problems.push(file.problem)
        continue
      }
      const { path, text } = file
      expected.add(path)
      const current = await readTextFile(folder, path)
      if (current.ok && current.text === text) counts.identical += 1
      else if (current.ok)
        report({
          path,
          kind: 'different',
          diff: createTwoFilesPatch(path, path, current.text, text, 'folder', 'export'),
        })
      else if (current.missing) report({ path, kind: 'missing' })
      else problems.push(current.problem)
      for (const result of await images.ofFile(mapping, path, text))
        if ('code' in result) problems.push(result)
        else if (result.kind === 'identical') counts.identical += 1
        else report({ path: result.path, kind: result.kind })
    }
  }
  for (const { mapping } of scoped)
    for await (const path of images.unused(mapping)) if (!signal?.aborted) report({ path, kind: 'extra' })
  let walked = 0
  onProgress?.({ phase: 'extra', done: walked })
  for await (const entry of walkFiles(folder)) {
    if (signal?.aborted) break
    walked += 1
    onProgress?.({ phase: 'extra', done: walked, path: entry.path })
    if (entry.kind === 'problem') problems.push(entry.problem)
    else if (!expected.has(entry.path) && mappings.some((mapping) => matchPath(mapping, entry.path))) {
      report({ path: entry.path, kind: 'extra' })
    }
  }
  return { ...counts, problems, differences, seconds: (performance.now() - started) / 1000 }
}
