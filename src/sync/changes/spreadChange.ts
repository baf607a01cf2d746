import type { Payload, Where } from 'payload'

import type { StoredDocument } from '../../documents/documents.ts'
import { pages } from '../../documents/pages.ts'
import { rowsOf } from '../../documents/rows.ts'
import type { Mapping } from '../../mapping/types.ts'
import { type ChangeRow, changeKinds, changeRowsOf } from './changeRows.ts'
import { referringTo } from './referringTo.ts'

/** `spread` of a row that means all documents of the collection. */
export const everyDocument = '*'

/** `spread` of a row that means all documents that have rows. */
export const knownDocuments = 'known'

const allOf = async (payload: Payload, { collection }: Mapping): Promise<string[]> => {
  const ids: string[] = []
  const read = (last: StoredDocument | undefined): Promise<StoredDocument[]> =>
    rowsOf(payload).find({
      collection,
      limit: 5000,
      select: { updatedAt: true },
      sort: 'id',
      ...(last ? { where: { id: { greater_than: last.id } } } : {}),
    })
  for await (const page of pages(read)) ids.push(...page.map(({ id }) => String(id)))
  return ids
}

const documentsOfRow = async (payload: Payload, mapping: Mapping, row: ChangeRow): Promise<string[]> => {
  const { collection } = mapping
  if (row.spread === everyDocument) return allOf(payload, mapping)
  if (row.spread === knownDocuments) {
    const where: Where = { and: [{ relationTo: { equals: collection } }, { kind: { in: [...changeKinds] } }] }
    return [...new Set((await changeRowsOf(payload).find(where)).map(({ document }) => document))]
  }
  if (row.spread === undefined) return []
  const referring = await referringTo(payload, mapping, { collection: row.spread, id: row.document })
  return row.spread === collection ? [row.document, ...referring] : referring
}

/** Replaces a row that stands for several documents by a row for each of them. */
export const spreadChange = async (payload: Payload, mapping: Mapping, row: ChangeRow): Promise<void> => {
  const changes = changeRowsOf(payload)
  const { changedAt, collection, people } = row
  const documents = await documentsOfRow(payload, mapping, row)
  await changes.add(
    documents.map((document) => ({ collection, document, kind: 'unchecked', changedAt, people })),
  )
  await changes.remove([row.id])
}
