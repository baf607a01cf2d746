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
 * When a document gets its first or a new published URL, resolves the links of other documents that were waiting for
 * it. On every save of the published state, resolves the document's own links whose targets now exist. Needs
 * `rememberPublishedUrl`.
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
 * Before a document is permanently deleted, turns the links to it into unresolved links, in the same way on every
 * database. They keep the fields of the document that the mapping's link blocks contain.
 */
export const unlinkOnDelete =
  (mapping: Mapping, fields: LinkFields): CollectionBeforeDeleteHook =>
  async ({ id, req }) => {
    if (req.context[linksResolvedLater] || !mapping.links) return
    const row = await rowsOf(req.payload).findById(fields.collection, id, req)
    const [target] = row ? await populate(req.payload, mapping, [row], { req }) : []
    const link = linkTo(mapping.links, target)
    if (link) await unlinkTarget(req, fields, { id, url: link.url, values: link.values })
  }
