import { setImmediate as turn } from 'node:timers/promises'

import type { Payload } from 'payload'

import { parseFrontMatter } from '../../frontMatter/parse.ts'
import { type Problem, problemAt, type ProblemCode } from '../../problems/problems.ts'
import { dollarFindings } from '../../mapping/dollarFindings.ts'
import type { Mapping } from '../../mapping/types.ts'
import { readFile } from '../../mapping/readFile.ts'
import { countExported } from '../export/countExported.ts'
import { wholeCollection } from '../scope.ts'
import { exportedFiles } from '../export/exportedFiles.ts'
import type { OnProgress } from '../../progress/phases.ts'
import { auditCounts, type AuditReport, isAuditCount } from '../report.ts'
import { answerLinks } from './answerLinks.ts'
import { auditedFields } from './auditedFields.ts'
import type { AuditedFile, Check, SiteCheck } from './check.ts'
import { missingUploads } from '../images/missingUploads.ts'
import { withImages } from '../images/withImages.ts'
import { cmsPictures } from './cmsPictures.ts'
import { linkGraph } from './linkGraph.ts'
import { metaTexts } from './metaTexts.ts'
import { repeatedTexts } from './repeatedTexts.ts'
import { spellings } from './spellings.ts'
import { textChecks } from './textChecks.ts'

export type AuditOptions = {
  payload: Payload
  mappings: readonly Mapping[]
  /** Reports only problems with these codes; counts everything. Default: all. */
  codes?: readonly ProblemCode[] | undefined
  onProgress?: OnProgress
  signal?: AbortSignal
}

/** What is checked in each file of a mapping, and in all of them together. */
const checksOf = async (
  payload: Payload,
  mapping: Mapping,
): Promise<{ single: Check[]; together: SiteCheck[] }> => {
  const fields = auditedFields(payload, mapping)
  return {
    single: [
      ambiguousEscapes,
      ambiguousDollars,
      textChecks(fields),
      metaTexts(fields),
      cmsPictures(payload).check,
      await spellings(payload, mapping),
    ],
    together: [
      ...(mapping.links ? [linkGraph(mapping, mapping.links)] : []),
      answerLinks(payload, mapping),
      repeatedTexts(fields),
    ],
  }
}

const readAgain = (mapping: Mapping, path: string, text: string): AuditedFile | { problems: Problem[] } => {
  const parsed = parseFrontMatter(text)
  if (!parsed.ok) return { problems: parsed.findings.map((finding) => problemAt(path, finding)) }
  const { frontMatter } = parsed
  return { mapping, path, text, frontMatter, ...readFile(mapping, path, frontMatter) }
}

/**
 * Audits the content of all published documents, one file at a time as an export would write it, so that lines and
 * columns are those of the files. Writes nothing. Counts files, links and documents as `auditCounts` says.
 */
export const auditFiles = async ({
  codes,
  payload,
  mappings,
  onProgress,
  signal,
}: AuditOptions): Promise<AuditReport> => {
  const started = performance.now()
  const counts = { ...auditCounts }
  const problems: Problem[] = []
  const note = (found: readonly Problem[]): void => {
    for (const problem of found) if (!codes || codes.includes(problem.code)) problems.push(problem)
  }
  onProgress?.({ phase: 'audit', done: 0 })
  const total = await countExported(
    payload,
    mappings.map((mapping) => ({ mapping, scope: wholeCollection })),
  )
  for (const mapping of mappings) {
    const { single, together } = await checksOf(payload, mapping)
    const withUploads = withImages(payload, mapping)
    for await (const file of exportedFiles(payload, withUploads)) {
      if (signal?.aborted) break
      await turn()
      counts.audited += 1
      onProgress?.({ phase: 'audit', done: counts.audited, total })
      if ('problem' in file) {
        note([file.problem])
        continue
      }
      const audited = readAgain(mapping, file.path, file.text)
      if ('problems' in audited) {
        note(audited.problems)
        continue
      }
      for (const check of single) note(check(audited).map((finding) => problemAt(file.path, finding)))
      for (const check of together) check.note(audited)
      note(await missingUploads(withUploads, file.path, file.text))
    }
    if (signal?.aborted) break
    for (const check of together) {
      note(await check.list())
      for (const [name, count] of Object.entries(check.counts?.() ?? {}))
        if (isAuditCount(name)) counts[name] += count
    }
  }
  return { ...counts, problems, seconds: (performance.now() - started) / 1000 }
}

/** Ambiguous escapes in answers, each at its position in the file. */
const ambiguousEscapes: Check = ({ findings }) => findings.filter(({ code }) => code === 'ambiguous-escape')

/** Dollars in answers that could delimit a formula or precede an amount of money, each at its position in the file. */
const ambiguousDollars: Check = ({ mapping, record, frontMatter }) =>
  dollarFindings(mapping, record, frontMatter)
