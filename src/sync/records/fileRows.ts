import { type DocumentId, isRecord, type StoredDocument } from '../../documents/documents.ts'
import { type ExportMarks, isDeletedByImport, isLeftOut } from './exportMarks.ts'
import type { HookValues } from './hookValues.ts'

/** The record of a source file without its texts. */
export type KnownFile = {
  id: DocumentId
  path: string
  /** Digest of `text`; undefined for a file that only an export has written. */
  digest: string | undefined
  exportedDigests: ExportMarks
  /** Fields that file and document had both changed in different ways, while nobody has chosen a side. */
  conflicts: string[]
  collection: string
  /** Undefined for a path that only an export has written to, and whose document has another row. */
  document: string | undefined
}

/** The record of a source file: see the collection `files`. */
export type FileRow = KnownFile & {
  /** As last read by an import; undefined for a file that only an export has written. */
  text: string | undefined
  /** As last written by an export, if it differs from `text`. */
  exported: string | undefined
  /** The values that hooks of the app have stored instead of those in `text`. */
  hookValues: HookValues
}

/** What a record says of a file, as far as the file's next export depends on it. */
export type FileState = {
  path: string
  /** Equal for two records with the same base, or without one. */
  base: string
  /** What exports have left there: see `KnownFile`. */
  marks: ExportMarks
}

const textOf = (value: unknown): string | undefined => (typeof value === 'string' ? value : undefined)

const isText = (value: unknown): value is string => typeof value === 'string'

const textsOf = (value: unknown): string[] => (Array.isArray(value) ? value.filter(isText) : [])

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

/** Whether an import has only begun to create the document of this file. */
export const isAnnounced = ({ digest, document, exportedDigests }: KnownFile): boolean =>
  digest === undefined && document === undefined && exportedDigests.length === 0

/** Whether a content root should have the file of a row: it was imported, and no export has omitted it since. */
export const isExpected = ({ digest, document, exportedDigests }: KnownFile): boolean =>
  digest !== undefined && document !== undefined && !isLeftOut(exportedDigests)

/** Whether the file of a row, if it is missing, may be a new file at another path. */
export const isMovable = (row: KnownFile): boolean =>
  isExpected(row) || isDeletedByImport(row.exportedDigests)

/** The fields of a known file: all except the texts. */
export const knownFields = {
  path: true,
  digest: true,
  document: true,
  exportedDigests: true,
  conflicts: true,
  relationTo: true,
} as const

/** The fields of a file's state: all except the texts. */
export const stateFields = { path: true, digest: true, exportedDigests: true, hookValues: true } as const

export const toState = (row: StoredDocument): FileState => ({
  path: String(row.path),
  base: JSON.stringify([row.digest ?? null, row.hookValues ?? null]),
  marks: textsOf(row.exportedDigests),
})

export const toKnown = (row: StoredDocument): KnownFile => ({
  id: row.id,
  path: String(row.path),
  digest: textOf(row.digest),
  exportedDigests: textsOf(row.exportedDigests),
  conflicts: textsOf(row.conflicts),
  collection: String(row.relationTo),
  document: textOf(row.document),
})

export const toRow = (row: StoredDocument): FileRow => ({
  ...toKnown(row),
  text: textOf(row.text),
  exported: textOf(row.exported),
  hookValues: hookValuesIn(row.hookValues),
})
