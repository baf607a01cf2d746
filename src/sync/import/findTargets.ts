import type { Payload, Where } from 'payload'

import { bindings } from '../../mapping/bindings.ts'
import { documentValue } from '../../mapping/documentValue.ts'
import type { Mapping } from '../../mapping/types.ts'
import { readDocument } from '../../mapping/document.ts'
import { sameValue } from '../../mapping/values.ts'
import { text } from '../../mapping/codecs/index.ts'
import type { DocumentId, StoredDocument } from '../../documents/documents.ts'
import { byDocument } from '../locales/fileSet.ts'
import { fileRecordsOf } from '../records/fileRecords.ts'
import type { FileRow } from '../records/fileRows.ts'
import { rowsOf } from '../../documents/rows.ts'
import { populate } from '../../documents/populate.ts'
import type { Scope } from '../scope.ts'
import { chooseTarget, type Target } from './chooseTarget.ts'
import type { MovedFiles } from './moves/findMoves.ts'
import { redirectedTo, urlValue } from './redirectedTo.ts'
import type { SourceFile } from './types.ts'

const keyValue = ({ mapping, record }: SourceFile): string | undefined => {
  const value = record.fields[mapping.key]
  return typeof value === 'string' ? value : undefined
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
 * including the trash, by content among missing files, and by the redirects of documents that moved. A document belongs to the
 * file that it was imported from as long as that exists. Needs six queries, however many files there are.
 */
export const findTargets = async (
  payload: Payload,
  { mapping, moved: movedFiles, scope }: { mapping: Mapping; moved?: MovedFiles | undefined; scope: Scope },
  sources: readonly SourceFile[],
): Promise<Map<string, Target>> => {
  const fileRecords = fileRecordsOf(payload, undefined, scope.name)
  const byPath = new Map(
    (await fileRecords.byPaths(sources.map(({ path }) => path))).map((row) => [row.path, row]),
  )
  const unknown = sources.filter(({ path }) => !byPath.get(path)?.document)
  const keys = unknown.flatMap((source) => keyValue(source) ?? [])
  // A document that moved in the CMS is still the document of the file at its old URL.
  const redirected = await redirectedTo(
    payload,
    mapping,
    unknown.flatMap((source) => urlValue(source) ?? []),
  )
  const movedRows = (await movedFiles?.rowsAt(unknown.map(({ path }) => path))) ?? new Map<string, FileRow>()
  const known = [...byPath.values(), ...movedRows.values()].flatMap(({ document }) => document ?? [])
  // Two queries, since a database may use an index for each condition, but scans everything for both together.
  const byId = new Map(
    (await findIn(payload, mapping, 'id', [...known, ...redirected.values()])).map((document) => [
      String(document.id),
      document,
    ]),
  )
  const sameKey = await findIn(payload, mapping, mapping.key, keys, scope.where)
  const isWithin = await withinSame(payload, { mapping, scope }, sameKey)
  const namedBy = (source: SourceFile): StoredDocument | undefined => {
    const key = keyValue(source)
    const named = sameKey.find(
      (document) => documentValue(document, mapping.key) === key && isWithin(source, document),
    )
    if (named) return named
    const row = movedRows.get(source.path)
    return row ? byId.get(row.document ?? '') : byId.get(String(redirected.get(urlValue(source) ?? '')))
  }
  const documentOf = (source: SourceFile): StoredDocument | undefined => {
    const id = byPath.get(source.path)?.document
    return id === undefined ? namedBy(source) : byId.get(id)
  }
  const asked = mapping.locales ? sources : unknown
  const rows = await fileRecords.byDocuments(
    mapping.collection,
    asked.flatMap((source) => documentOf(source)?.id ?? []),
  )
  const rowsOfDocuments = byDocument(rows)
  const choose = chooseTarget(mapping, { isThere: movedFiles?.isThere })
  return new Map(
    sources.map((source): [string, Target] => {
      const document = documentOf(source)
      const all = (document && rowsOfDocuments.get(String(document.id))) ?? []
      const [there, moved] = [byPath.get(source.path), movedRows.get(source.path)]
      return [source.path, choose(source, { all, document, moved, there })]
    }),
  )
}
