import type { Payload, SelectType, Where } from 'payload'

import {
  collectionOf,
  type DocumentId,
  hasTimestamps,
  idOf,
  type StoredDocument,
} from '../../documents/documents.ts'
import { pages } from '../../documents/pages.ts'
import { fieldsAt } from '../../documents/populate.ts'
import { rowsOf } from '../../documents/rows.ts'
import { documentValue } from '../../mapping/documentValue.ts'
import { mappedFields } from '../../mapping/mappedFields.ts'
import type { Mapping } from '../../mapping/types.ts'
import { capabilitiesOf, hasFile } from '../capabilities.ts'
import { fileRecordsOf } from '../records/fileRecords.ts'
import type { FileState } from '../records/fileRows.ts'

/** A published document and everything that its files are made of, without any of the texts. */
export type DocumentState = {
  id: DocumentId
  /** Equal for two states of the document if an export writes the same files; apart from the file records. */
  state: string
  /** What the records of its files say. */
  files: readonly FileState[]
}

/** Number of documents whose states are read together. */
const pageSize = 200

type Relations = readonly { path: string; collection: string }[]

const relationsOf = (mapping: Mapping): Relations =>
  mappedFields(mapping).flatMap(({ path, codec }) =>
    codec?.relation ? [{ path, collection: codec.relation.collection }] : [],
  )

const idsIn = (value: unknown): DocumentId[] => {
  if (Array.isArray(value)) return value.flatMap(idsIn)
  const id = idOf(value)
  if (id !== undefined) return [id]
  // A localized relationship has a value for each locale.
  return typeof value === 'object' && value !== null ? Object.values(value).flatMap(idsIn) : []
}

/** Whether an export can tell by states whether files are unchanged: each save must leave a time. */
export const hasStates = (payload: Payload, mapping: Mapping): boolean =>
  [mapping.collection, ...relationsOf(mapping).map(({ collection }) => collection)].every((collection) =>
    hasTimestamps(payload, collectionOf(payload, collection)),
  )

/** The rows with some ids, as far as a state consists of them. */
const rowsWith = async (
  payload: Payload,
  collection: string,
  ids: readonly DocumentId[],
  select: SelectType,
): Promise<Map<DocumentId, StoredDocument>> => {
  const wanted = [...new Set(ids)]
  if (wanted.length === 0) return new Map()
  const rows = await rowsOf(payload).find({ collection, select, where: { id: { in: wanted } } })
  return new Map(rows.map((row) => [row.id, row]))
}

/**
 * The states of all documents of a mapping that have files, in the order of their ids, a page at a time. A state consists of
 * the times of the last saves of the document, of the documents that its links and relations lead to, and of the relations
 * of its link targets, and of the links and relations themselves, which also change without a save.
 */
export async function* documentStates(
  payload: Payload,
  mapping: Mapping,
  { within }: { within?: Where | undefined } = {},
): AsyncGenerator<DocumentState[], void, undefined> {
  const { collection, links } = mapping
  const capabilities = capabilitiesOf(payload, mapping)
  const relations = relationsOf(mapping)
  const paths = ['updatedAt', ...relations.map(({ path }) => path)]
  const ofTarget = fieldsAt(paths)
  const status = [
    ...(capabilities.hasDrafts ? ['_status'] : []),
    ...(capabilities.hasTrash ? ['deletedAt'] : []),
  ]
  const ofDocument = fieldsAt([...paths, ...status, ...(links ? [links.field, links.unresolved] : [])])
  const readAfter = (last: StoredDocument | undefined): Promise<StoredDocument[]> => {
    const and: Where[] = [
      ...(within ? [within] : []),
      ...(last === undefined ? [] : [{ id: { greater_than: last.id } }]),
    ]
    return rowsOf(payload).find({
      collection,
      limit: pageSize,
      select: ofDocument,
      sort: 'id',
      ...(and.length > 0 ? { where: { and } } : {}),
    })
  }
  for await (const rows of pages(readAfter)) {
    const wanted = rows.filter((row) => hasFile(capabilities, row))
    const linked = links ? wanted.flatMap((row) => idsIn(documentValue(row, links.field))) : []
    const targets = await rowsWith(payload, collection, linked, ofTarget)
    const related = new Map<string, Map<DocumentId, StoredDocument>>()
    for (const { collection: name, path } of relations) {
      const ids = [...wanted, ...targets.values()].flatMap((row) => idsIn(documentValue(row, path)))
      related.set(path, await rowsWith(payload, name, ids, { updatedAt: true }))
    }
    const timesOf = (row: StoredDocument): unknown[] =>
      relations.flatMap(({ path }) =>
        idsIn(documentValue(row, path)).map((id) => [id, related.get(path)?.get(id)?.updatedAt]),
      )
    const records = await fileRecordsOf(payload).statesOf(
      collection,
      wanted.map(({ id }) => id),
    )
    yield wanted.map((row): DocumentState => {
      const linkedTo = (links ? idsIn(documentValue(row, links.field)) : []).map((id) => {
        const target = targets.get(id)
        return target ? [target, timesOf(target)] : id
      })
      return {
        id: row.id,
        state: JSON.stringify([row, timesOf(row), linkedTo]),
        files: records.get(String(row.id)) ?? [],
      }
    })
  }
}
