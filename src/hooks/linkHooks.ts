import type { CollectionBeforeDeleteHook } from 'payload'

import { healLinks } from '../links/healLinks.ts'
import type { LinkFields } from '../links/rewriteLinks.ts'
import { unlinkTarget } from '../links/unlinkTarget.ts'
import { linksResolvedLater } from '../store/context.ts'
import type { StoredDocument } from '../store/documents.ts'
import { rowsOf } from '../store/rows.ts'
import { onPublishedUrlChange } from './publishedUrl.ts'

/** When a document gets its first or another published url: links of others that waited for it lead to it. */
export const healLinksOnArrival = (fields: LinkFields) =>
  onPublishedUrlChange(async ({ req, id, to }) => {
    if (!req.context[linksResolvedLater]) await healLinks(req, fields, { id, url: to })
  })

/** Before a document is deleted for good: links to it become unresolved links, in one way on both databases. */
export const unlinkOnDelete =
  (fields: LinkFields, valuesOf: (target: StoredDocument) => Record<string, string>): CollectionBeforeDeleteHook =>
  async ({ id, req }) => {
    if (req.context[linksResolvedLater]) return
    const target = await rowsOf(req.payload).findById(fields.collection, id, req)
    if (typeof target?.url !== 'string') return
    await unlinkTarget(req, fields, { id, url: target.url, values: valuesOf(target) })
  }
