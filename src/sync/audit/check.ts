import type { Finding, Problem } from '../../problems/problems.ts'
import type { FrontMatter } from '../../frontMatter/types.ts'
import type { MappedRecord, Mapping } from '../../mapping/types.ts'
import type { auditCounts } from '../report.ts'

/** A file as an export would write it, parsed again. */
export type AuditedFile = {
  mapping: Mapping
  path: string
  text: string
  frontMatter: FrontMatter
  record: MappedRecord
  findings: Finding[]
}

/** Checks one file and reports what needs attention. */
export type Check = (file: AuditedFile) => Finding[]

/** Checks the files of a mapping together: notes each one, and reports once all are noted. */
export type SiteCheck = {
  note: (file: AuditedFile) => void
  list: () => Promise<Problem[]>
  /** What it has counted, once it has reported. */
  counts?: () => Partial<typeof auditCounts>
}
