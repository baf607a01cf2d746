import type { Finding } from '../../frontMatter/index.ts'
import type { MappedRecord } from '../../mapping/index.ts'

/** A file as an export would write it, read again. */
export type AuditedFile = { path: string; text: string; record: MappedRecord; findings: Finding[] }

/** Looks at one file and says what in it deserves a look. */
export type Check = (file: AuditedFile) => Finding[]
