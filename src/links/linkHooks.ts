import type { CollectionAfterChangeHook, CollectionBeforeDeleteHook } from 'payload'

import { healLinks } from './healLinks.ts'
import { healOwnLinks } from './healOwnLinks.ts'
import type { LinkFields } from './linkRows.ts'
import { unlinkTarget } from './unlinkTarget.ts'
import { linksResolvedLater } from '../documents/requestState.ts'
import type { StoredDocument } from '../documents/documents.ts'
import { rowsOf } from '../documents/rows.ts'
import { onPublishedUrlChange } from '../urls/publishedUrl.ts'

/**
 * When a document gets its first or another published url: links of others that waited for it lead to it. With every
 * save of what is published, its own links lead to what has come meanwhile.
 */
export const healLinksOnArrival = (fields: LinkFields): CollectionAfterChangeHook<StoredDocument> => {
  const healOthers = onPublishedUrlChange(({ req, id, to }) => healLinks(req, fields, { id, url: to }))
  return async (args) => {
    const { data, doc, req } = args
    if (req.context[linksResolvedLater] || doc._status !== 'published') return doc
    await healOthers(args)
    await healOwnLinks(req, fields, { id: doc.id, unresolved: data[fields.unresolved] })
    return doc
  }
}

/** Before a document is deleted for good: links to it become unresolved links, in one way on both databases. */
export const unlinkOnDelete =
  (
    fields: LinkFields,
    valuesOf: (target: StoredDocument) => Record<string, string>,
  ): CollectionBeforeDeleteHook =>
  async ({ id, req }) => {
    if (req.context[linksResolvedLater]) return
    const target = await rowsOf(req.payload).findById(fields.collection, id, req)
    if (typeof target?.url !== 'string') return
    await unlinkTarget(req, fields, { id, url: target.url, values: valuesOf(target) })
  }
