import type { CollectionAfterChangeHook, CollectionBeforeChangeHook, PayloadRequest } from 'payload'

import { type DocumentId, isPublished, type StoredDocument } from '../documents/documents.ts'
import { inLocale, localeOfRequest } from '../documents/inLocale.ts'
import { rowsOf } from '../documents/rows.ts'

type Data = StoredDocument

export type PublishedUrlChange = {
  req: PayloadRequest
  collection: string
  id: DocumentId
  /** The published URL before the save; undefined if there was none. */
  from: string | undefined
  /** The published URL now. */
  to: string
}

const contextKey = (collection: string, id: DocumentId): string =>
  `answerbook:published-url:${collection}:${id}`

/**
 * Remembers the published URL before a save, for `onPublishedUrlChange`. `previousDoc` may be an unfinished draft, so the
 * published row is read. `field` holds the URL.
 */
export const rememberPublishedUrl =
  (field = 'url'): CollectionBeforeChangeHook<Data> =>
  async ({ collection, context, data, originalDoc, req }) => {
    if (originalDoc?.id === undefined) return data
    const row = await rowsOf(req.payload).findById(collection.slug, originalDoc.id, req)
    const read = row && inLocale(req.payload, collection.slug, row, localeOfRequest(req))
    context[contextKey(collection.slug, originalDoc.id)] = read && isPublished(read) ? read[field] : undefined
    return data
  }

/**
 * Calls a handler when a save has given a document its first or a new published URL; never for drafts. Needs
 * `rememberPublishedUrl` for the same field.
 */
export const onPublishedUrlChange =
  (handler: (change: PublishedUrlChange) => Promise<void>, field = 'url'): CollectionAfterChangeHook<Data> =>
  async ({ collection, context, doc, req }) => {
    const from = context[contextKey(collection.slug, doc.id)]
    const to = doc[field]
    if (!isPublished(doc) || typeof to !== 'string' || from === to) return doc
    await handler({
      req,
      collection: collection.slug,
      id: doc.id,
      from: typeof from === 'string' ? from : undefined,
      to,
    })
    return doc
  }
