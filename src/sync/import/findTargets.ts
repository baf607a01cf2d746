import type { Payload } from 'payload'

import type { Mapping } from '../../mapping/index.ts'
import { documentValue } from '../../mapping/index.ts'
import type { DocumentId, StoredDocument } from '../../documents/documents.ts'
import { ledgerOf } from '../records/fileRecords.ts'
import type { LedgerRow } from '../records/fileRows.ts'
import { rowsOf } from '../../documents/rows.ts'
import { redirectsOf } from '../../urls/redirects/redirectRecords.ts'
import type { SourceFile } from './types.ts'

/** What the database knows of a file: the ledger's row, and the document. */
export type Target = { row: LedgerRow | undefined; document: StoredDocument | undefined }

const keyValue = ({ mapping, record }: SourceFile): string | undefined => {
  const value = record.fields[mapping.key]
  return typeof value === 'string' ? value : undefined
}

// A document that moved in the CMS is still the one that the file at its old url is about.
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
): Promise<StoredDocument[]> =>
  values.length === 0
    ? []
    : rowsOf(payload).find({ collection, sort: field, where: { [field]: { in: [...values] } } })

/**
 * Finds what the database knows of some files of one mapping: by path in the ledger, by key among the documents, the
 * trash included, and by the redirects of documents that moved. Five queries, however many files.
 */
export const findTargets = async (
  payload: Payload,
  mapping: Mapping,
  sources: readonly SourceFile[],
): Promise<Map<string, Target>> => {
  const ledger = ledgerOf(payload)
  const byPath = new Map(
    (await ledger.byPaths(sources.map(({ path }) => path))).map((row) => [row.path, row]),
  )
  const unknown = sources.filter(({ path }) => !byPath.get(path)?.document)
  const keys = unknown.flatMap((source) => keyValue(source) ?? [])
  const moved = await movedFrom(payload, mapping, keys)
  const known = [...byPath.values()].flatMap(({ document }) => document ?? [])
  // Two questions, since a database may answer either by an index and both together by reading everything.
  const found = [
    ...(await findIn(payload, mapping, 'id', [...known, ...moved.values()])),
    ...(await findIn(payload, mapping, mapping.key, keys)),
  ]
  const byId = new Map(found.map((document) => [String(document.id), document]))
  const byKey = new Map(found.map((document) => [documentValue(document, mapping.key), document]))
  const documentOf = (source: SourceFile): StoredDocument | undefined => {
    const id = byPath.get(source.path)?.document
    if (id !== undefined) return byId.get(id)
    const key = keyValue(source)
    return byKey.get(key) ?? byId.get(String(moved.get(key ?? '')))
  }
  const strangers = unknown.flatMap((source) => documentOf(source)?.id ?? [])
  const byDocument = new Map(
    (await ledger.byDocuments(mapping.collection, strangers)).map((row) => [row.document, row]),
  )
  return new Map(
    sources.map((source) => {
      const document = documentOf(source)
      const there = byPath.get(source.path)
      // A path that only an export has written to has no base: that is in the row of the document.
      const row =
        there?.document === undefined ? ((document && byDocument.get(String(document.id))) ?? there) : there
      return [source.path, { row, document }]
    }),
  )
}
