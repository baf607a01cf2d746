import type { DocumentId, StoredDocument } from '../../documents/documents.ts'
import type { ExportMarks } from './exportMarks.ts'

/** What is known of a source file, but for its texts. */
export type KnownFile = {
  id: DocumentId
  path: string
  /** Of `text`; undefined for a file that only an export has written. */
  digest: string | undefined
  exportedDigests: ExportMarks
  collection: string
  /** Undefined for a path that only an export has written to, whose document has another row. */
  document: string | undefined
}

/** What is known of a source file: see the collection `files`. */
export type LedgerRow = KnownFile & {
  /** As an import last saw it; undefined for a file that only an export has written. */
  text: string | undefined
  /** As an export last wrote it, where that is not `text`. */
  exported: string | undefined
}

const textOf = (value: unknown): string | undefined => (typeof value === 'string' ? value : undefined)

const isText = (value: unknown): value is string => typeof value === 'string'

/** The fields that make a known file: all but the texts. */
export const knownFields = {
  path: true,
  digest: true,
  document: true,
  exportedDigests: true,
  relationTo: true,
} as const

export const toKnown = (row: StoredDocument): KnownFile => ({
  id: row.id,
  path: String(row.path),
  digest: textOf(row.digest),
  exportedDigests: Array.isArray(row.exportedDigests) ? row.exportedDigests.filter(isText) : [],
  collection: String(row.relationTo),
  document: textOf(row.document),
})

export const toRow = (row: StoredDocument): LedgerRow => ({
  ...toKnown(row),
  text: textOf(row.text),
  exported: textOf(row.exported),
})
