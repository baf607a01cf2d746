import type { Payload, PayloadRequest } from 'payload'

import {
  collectionOf,
  type DocumentId,
  documentsOf,
  isDocumentId,
  type StoredDocument,
} from '../../documents/documents.ts'

/** A document as a list names it. */
export type TitledDocument = { id: DocumentId; title: string }

const titleField = (payload: Payload, collection: string): string =>
  payload.collections[collectionOf(payload, collection)].config.admin.useAsTitle ?? 'id'

/** The title of a document, as lists of the admin show it; its id if it has none. */
export const titleOf = (payload: Payload, collection: string, document: StoredDocument): string => {
  const title = document[titleField(payload, collection)]
  return isDocumentId(title) && title !== '' ? String(title) : String(document.id)
}

/** The documents that the author of a request may read, the trash included, by id. */
export const titledDocuments = async (
  req: PayloadRequest,
  collection: string,
  ids: readonly string[],
): Promise<Map<string, TitledDocument>> => {
  const { payload } = req
  if (!(collection in payload.collections) || ids.length === 0) return new Map()
  const found = await documentsOf(payload).find({
    collection,
    overrideAccess: false,
    req,
    select: { [titleField(payload, collection)]: true },
    trash: true,
    where: { id: { in: [...ids] } },
  })
  return new Map(
    found.map((document) => [
      String(document.id),
      { id: document.id, title: titleOf(payload, collection, document) },
    ]),
  )
}
