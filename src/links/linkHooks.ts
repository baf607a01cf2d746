import type { CollectionAfterChangeHook, CollectionBeforeDeleteHook } from 'payload'

import { isPublished, type StoredDocument } from '../documents/documents.ts'
import { populate } from '../documents/populate.ts'
import { linksResolvedLater } from '../documents/requestState.ts'
import { rowsOf } from '../documents/rows.ts'
import { linkTo } from '../mapping/links.ts'
import type { Mapping } from '../mapping/types.ts'
import { onPublishedUrlChange } from '../urls/publishedUrl.ts'
import { healLinks } from './healLinks.ts'
import { healOwnLinks } from './healOwnLinks.ts'
import type { LinkFields } from './linkRows.ts'
import { unlinkTarget } from './unlinkTarget.ts'

/**
 * When a document gets its first or another published URL: links of others that waited for it lead to it. With every
 * save of what is published, its own links lead to what has come meanwhile. Needs `rememberPublishedUrl`.
 */
export const healLinksOnArrival = (fields: LinkFields): CollectionAfterChangeHook<StoredDocument> => {
  const healOthers = onPublishedUrlChange(
    ({ req, id, to }) => healLinks(req, fields, { id, url: to }),
    fields.key,
  )
  return async (args) => {
    const { data, doc, req } = args
    if (req.context[linksResolvedLater] || !isPublished(doc)) return doc
    await healOthers(args)
    await healOwnLinks(req, fields, { id: doc.id, unresolved: data[fields.unresolved] })
    return doc
  }
}

/**
 * Before a document is deleted for good: links to it become unresolved links, in one way on every database. They say of
 * the document what the mapping's link blocks say.
 */
export const unlinkOnDelete =
  (mapping: Mapping, fields: LinkFields): CollectionBeforeDeleteHook =>
  async ({ id, req }) => {
    if (req.context[linksResolvedLater] || !mapping.links) return
    const row = await rowsOf(req.payload).findById(fields.collection, id, req)
    const [target] = row ? await populate(req.payload, mapping, [row], req) : []
    const link = linkTo(mapping.links, target)
    if (link) await unlinkTarget(req, fields, { id, url: link.url, values: link.values })
  }
