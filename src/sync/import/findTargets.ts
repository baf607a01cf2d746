import type { Payload, Where } from 'payload'

import { bindings } from '../../mapping/bindings.ts'
import { urlPattern } from '../../mapping/urlPattern.ts'
import { documentValue } from '../../mapping/documentValue.ts'
import type { Mapping } from '../../mapping/types.ts'
import { readDocument } from '../../mapping/document.ts'
import { sameValue } from '../../mapping/values.ts'
import { text } from '../../mapping/codecs/index.ts'
import type { DocumentId, StoredDocument } from '../../documents/documents.ts'
import { byDocument, localeOfRow, rowIn } from '../locales/fileSet.ts'
import { fileRecordsOf } from '../records/fileRecords.ts'
import type { FileRow } from '../records/fileRows.ts'
import { rowsOf } from '../../documents/rows.ts'
import { populate } from '../../documents/populate.ts'
import type { Scope } from '../scope.ts'
import { redirectsOf } from '../../urls/redirects/redirectRecords.ts'
import type { SourceFile } from './types.ts'

/** What the database has for a file: its row, and the document with the rows of its files in other locales. */
export type Target = {
  row: FileRow | undefined
  document: StoredDocument | undefined
  others: readonly FileRow[]
}

const keyValue = ({ mapping, record }: SourceFile): string | undefined => {
  const value = record.fields[mapping.key]
  return typeof value === 'string' ? value : undefined
}

/**
 * The URL that a file gives its document; undefined with several tenants, whose URLs may be the same and do not identify
 * a document.
 */
const urlValue = ({ mapping, record }: SourceFile): string | undefined => {
  const { field } = urlPattern(mapping) ?? {}
  const value = field === undefined || mapping.within !== undefined ? undefined : record.fields[field]
  return typeof value === 'string' ? value : undefined
}

// A document that moved in the CMS is still the document of the file at its old URL.
const movedFrom = async (
  payload: Payload,
  mapping: Mapping,
  urls: string[],
): Promise<Map<string, DocumentId>> => {
  const redirects = await redirectsOf(payload).from(urls)
  return new Map(
    redirects.flatMap(({ from, to }) =>
      to && 'id' in to && to.collection === mapping.collection ? [[from, to.id]] : [],
    ),
  )
}

const findIn = async (
  payload: Payload,
  { collection }: Mapping,
  field: string,
  values: readonly DocumentId[],
  within?: Where,
): Promise<StoredDocument[]> => {
  if (values.length === 0) return []
  const where: Where = { [field]: { in: [...values] } }
  return rowsOf(payload).find({ collection, sort: field, where: within ? { and: [where, within] } : where })
}

/** Whether a document belongs to the same tenant as a file that contains its tenant. */
const withinSame = async (
  payload: Payload,
  { mapping, scope }: { mapping: Mapping; scope: Scope },
  documents: readonly StoredDocument[],
): Promise<(source: SourceFile, document: StoredDocument) => boolean> => {
  const { within } = mapping
  if (within === undefined || scope.where) return () => true
  const codec = bindings(mapping).byField.get(within)?.codec ?? text
  const complete = await populate(payload, mapping, documents)
  const values = new Map(
    documents.map(({ id }, at) => [id, readDocument(mapping, complete[at] ?? {}).fields[within]]),
  )
  return ({ record }, { id }) => sameValue(codec, record.fields[within], values.get(id))
}

/**
 * Finds what the database has for some files of one mapping: by path in the file records, by key among the documents,
 * including the trash, and by the redirects of documents that moved. Needs five queries, however many files there are.
 */
export const findTargets = async (
  payload: Payload,
  { mapping, scope }: { mapping: Mapping; scope: Scope },
  sources: readonly SourceFile[],
): Promise<Map<string, Target>> => {
  const fileRecords = fileRecordsOf(payload, undefined, scope.name)
  const byPath = new Map(
    (await fileRecords.byPaths(sources.map(({ path }) => path))).map((row) => [row.path, row]),
  )
  const unknown = sources.filter(({ path }) => !byPath.get(path)?.document)
  const keys = unknown.flatMap((source) => keyValue(source) ?? [])
  const moved = await movedFrom(
    payload,
    mapping,
    unknown.flatMap((source) => urlValue(source) ?? []),
  )
  const known = [...byPath.values()].flatMap(({ document }) => document ?? [])
  // Two queries, since a database may use an index for each condition, but scans everything for both together.
  const byId = new Map(
    (await findIn(payload, mapping, 'id', [...known, ...moved.values()])).map((document) => [
      String(document.id),
      document,
    ]),
  )
  const sameKey = await findIn(payload, mapping, mapping.key, keys, scope.where)
  const isWithin = await withinSame(payload, { mapping, scope }, sameKey)
  const documentOf = (source: SourceFile): StoredDocument | undefined => {
    const id = byPath.get(source.path)?.document
    if (id !== undefined) return byId.get(id)
    const key = keyValue(source)
    const named = sameKey.find(
      (document) => documentValue(document, mapping.key) === key && isWithin(source, document),
    )
    return named ?? byId.get(String(moved.get(urlValue(source) ?? '')))
  }
  const asked = mapping.locales ? sources : unknown
  const rows = await fileRecords.byDocuments(
    mapping.collection,
    asked.flatMap((source) => documentOf(source)?.id ?? []),
  )
  const rowsOfDocuments = byDocument(rows)
  return new Map(
    sources.map((source) => {
      const document = documentOf(source)
      const there = byPath.get(source.path)
      const all = (document && rowsOfDocuments.get(String(document.id))) ?? []
      const { locale } = source.record
      // A path that only an export has written to has no base; the row of the document has it.
      const row = there?.document === undefined ? (rowIn(mapping, all, locale) ?? there) : there
      const others = mapping.locales ? all.filter((other) => localeOfRow(mapping, other) !== locale) : []
      return [source.path, { row, document, others }]
    }),
  )
}
