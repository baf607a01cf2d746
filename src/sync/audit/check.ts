import type { Finding, FrontMatter } from '../../frontMatter/index.ts'
import type { MappedRecord, Mapping } from '../../mapping/index.ts'

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
