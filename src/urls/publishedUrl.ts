import type { CollectionAfterChangeHook, CollectionBeforeChangeHook, PayloadRequest } from 'payload'

import type { DocumentId, StoredDocument } from '../documents/documents.ts'
import { rowsOf } from '../documents/rows.ts'

type Data = StoredDocument

export type PublishedUrlChange = {
  req: PayloadRequest
  collection: string
  id: DocumentId
  /** The published url before the save; undefined when there was none. */
  from: string | undefined
  /** The published url now. */
  to: string
}

const contextKey = (collection: string, id: DocumentId): string =>
  `answerbook:published-url:${collection}:${id}`

/** Whether a document was published before the save that is under way. */
export const wasPublished = (context: Record<string, unknown>, collection: string, id: DocumentId): boolean =>
  context[contextKey(collection, id)] !== undefined

/**
 * Remembers the published url before a save. `previousDoc` may be an unfinished draft, so the published row is read.
 */
export const rememberPublishedUrl: CollectionBeforeChangeHook<Data> = async ({
  collection,
  context,
  data,
  originalDoc,
  req,
}) => {
  if (originalDoc?.id === undefined) return data
  const row = await rowsOf(req.payload).findById(collection.slug, originalDoc.id, req)
  if (row?._status === 'published') context[contextKey(collection.slug, originalDoc.id)] = row.url ?? ''
  return data
}

/** Runs a handler when a save has given a document another published url, or its first one; never for drafts. */
export const onPublishedUrlChange =
  (handler: (change: PublishedUrlChange) => Promise<void>): CollectionAfterChangeHook<Data> =>
  async ({ collection, context, doc, req }) => {
    const from = context[contextKey(collection.slug, doc.id)]
    const to = doc.url
    if (doc._status !== 'published' || typeof to !== 'string' || from === to) return doc
    await handler({
      req,
      collection: collection.slug,
      id: doc.id,
      from: typeof from === 'string' ? from : undefined,
      to,
    })
    return doc
  }
