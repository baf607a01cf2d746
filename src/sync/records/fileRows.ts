import { type DocumentId, isRecord, type StoredDocument } from '../../documents/documents.ts'
import type { ExportMarks } from './exportMarks.ts'
import type { HookValues } from './hookValues.ts'

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
export type FileRow = KnownFile & {
  /** As an import last saw it; undefined for a file that only an export has written. */
  text: string | undefined
  /** As an export last wrote it, where that is not `text`. */
  exported: string | undefined
  /** What hooks of the app have stored in place of what `text` says. */
  hookValues: HookValues
}

const textOf = (value: unknown): string | undefined => (typeof value === 'string' ? value : undefined)

const isText = (value: unknown): value is string => typeof value === 'string'

const isFieldValue = (value: unknown): value is HookValues[string] =>
  value === null ||
  ['string', 'number', 'boolean'].includes(typeof value) ||
  (Array.isArray(value) && value.every(isText)) ||
  (isRecord(value) && isRecord(value.related))

const hookValuesIn = (value: unknown): HookValues =>
  isRecord(value)
    ? Object.fromEntries(
        Object.entries(value).flatMap(([field, stored]) => (isFieldValue(stored) ? [[field, stored]] : [])),
      )
    : {}

/** Whether a row is of a file whose document an import has only begun to make. */
export const isAnnounced = ({ digest, document, exportedDigests }: KnownFile): boolean =>
  digest === undefined && document === undefined && exportedDigests.length === 0

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

export const toRow = (row: StoredDocument): FileRow => ({
  ...toKnown(row),
  text: textOf(row.text),
  exported: textOf(row.exported),
  hookValues: hookValuesIn(row.hookValues),
})
