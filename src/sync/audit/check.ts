import type { Finding, FrontMatter } from '../../frontMatter/index.ts'
import type { MappedRecord, Mapping } from '../../mapping/index.ts'

/** A file as an export would write it, read again. */
export type AuditedFile = {
  mapping: Mapping
  path: string
  text: string
  frontMatter: FrontMatter
  record: MappedRecord
  findings: Finding[]
}

/** Looks at one file and says what in it deserves a look. */
export type Check = (file: AuditedFile) => Finding[]
