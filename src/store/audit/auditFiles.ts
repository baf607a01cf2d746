import { setImmediate as turn } from 'node:timers/promises'

import type { Payload } from 'payload'

import { parseFrontMatter, type Problem, problemAt } from '../../frontMatter/index.ts'
import { type Mapping, readFile } from '../../mapping/index.ts'
import { countExported } from '../export/countExported.ts'
import { exportedFiles } from '../export/exportedFiles.ts'
import type { OnProgress } from '../phases.ts'
import { auditCounts, type AuditReport } from '../report.ts'
import { ambiguousEscapes } from './ambiguousEscapes.ts'
import type { Check } from './check.ts'

export type AuditOptions = {
  payload: Payload
  mappings: readonly Mapping[]
  onProgress?: OnProgress
  signal?: AbortSignal
}

const checks: Check[] = [ambiguousEscapes]

const auditText = (mapping: Mapping, path: string, text: string): Problem[] => {
  const parsed = parseFrontMatter(text)
  const found = parsed.ok
    ? checks.flatMap((check) => check({ path, text, ...readFile(mapping, path, parsed.frontMatter) }))
    : parsed.findings
  return found.map((finding) => problemAt(path, finding))
}

/**
 * Looks through the content of all published documents, one file at a time as an export would write it, so that lines
 * and columns are those of the files. Writes nothing. Counts the files it has looked at.
 */
export const auditFiles = async ({
  payload,
  mappings,
  onProgress,
  signal,
}: AuditOptions): Promise<AuditReport> => {
  const started = performance.now()
  const counts = { ...auditCounts }
  const problems: Problem[] = []
  onProgress?.({ phase: 'audit', done: 0 })
  const total = await countExported(payload, mappings)
  for (const mapping of mappings) {
    for await (const file of exportedFiles(payload, mapping)) {
      if (signal?.aborted) break
      await turn()
      counts.audited += 1
      onProgress?.({ phase: 'audit', done: counts.audited, total })
      problems.push(...('problem' in file ? [file.problem] : auditText(mapping, file.path, file.text)))
    }
  }
  return { ...counts, problems, seconds: (performance.now() - started) / 1000 }
}
