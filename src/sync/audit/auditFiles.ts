import { setImmediate as turn } from 'node:timers/promises'

import type { Payload } from 'payload'

import { parseFrontMatter } from '../../frontMatter/parse.ts'
import { type Problem, problemAt } from '../../problems/problems.ts'
import { dollarFindings } from '../../mapping/dollarFindings.ts'
import type { Mapping } from '../../mapping/types.ts'
import { readFile } from '../../mapping/readFile.ts'
import { countExported } from '../export/countExported.ts'
import { wholeCollection } from '../scope.ts'
import { exportedFiles } from '../export/exportedFiles.ts'
import type { OnProgress } from '../../progress/phases.ts'
import { auditCounts, type AuditReport } from '../report.ts'
import { answerLinks } from './answerLinks.ts'
import type { AuditedFile, Check } from './check.ts'
import { missingUploads } from '../images/missingUploads.ts'
import { withImages } from '../images/withImages.ts'
import { cmsPictures } from './cmsPictures.ts'

export type AuditOptions = {
  payload: Payload
  mappings: readonly Mapping[]
  onProgress?: OnProgress
  signal?: AbortSignal
}

const readAgain = (mapping: Mapping, path: string, text: string): AuditedFile | { problems: Problem[] } => {
  const parsed = parseFrontMatter(text)
  if (!parsed.ok) return { problems: parsed.findings.map((finding) => problemAt(path, finding)) }
  const { frontMatter } = parsed
  return { mapping, path, text, frontMatter, ...readFile(mapping, path, frontMatter) }
}

/**
 * Audits the content of all published documents, one file at a time as an export would write it, so that lines and
 * columns are those of the files. Writes nothing. Counts the audited files.
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
  const total = await countExported(
    payload,
    mappings.map((mapping) => ({ mapping, scope: wholeCollection })),
  )
  const checks: Check[] = [ambiguousEscapes, ambiguousDollars, cmsPictures(payload).check]
  for (const mapping of mappings) {
    const links = answerLinks(payload, mapping)
    const withUploads = withImages(payload, mapping)
    for await (const file of exportedFiles(payload, withUploads)) {
      if (signal?.aborted) break
      await turn()
      counts.audited += 1
      onProgress?.({ phase: 'audit', done: counts.audited, total })
      if ('problem' in file) {
        problems.push(file.problem)
        continue
      }
      const audited = readAgain(mapping, file.path, file.text)
      if ('problems' in audited) problems.push(...audited.problems)
      else {
        for (const check of checks)
          problems.push(...check(audited).map((finding) => problemAt(file.path, finding)))
        links.note(audited)
        problems.push(...(await missingUploads(withUploads, file.path, file.text)))
      }
    }
    if (!signal?.aborted) problems.push(...(await links.list()))
  }
  return { ...counts, problems, seconds: (performance.now() - started) / 1000 }
}

/** Ambiguous escapes in answers, each at its position in the file. */
const ambiguousEscapes: Check = ({ findings }) => findings.filter(({ code }) => code === 'ambiguous-escape')

/** Dollars in answers that could delimit a formula or precede an amount of money, each at its position in the file. */
const ambiguousDollars: Check = ({ mapping, record, frontMatter }) =>
  dollarFindings(mapping, record, frontMatter)
