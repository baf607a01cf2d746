import type { Finding } from '../../problems/problems.ts'
import type { FrontMatter } from '../../frontMatter/types.ts'
import type { MappedRecord, Mapping } from '../../mapping/types.ts'

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
