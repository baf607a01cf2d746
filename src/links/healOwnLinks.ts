import type { PayloadRequest } from 'payload'

import { type DocumentId, isPublished } from '../documents/documents.ts'
import { rowsOf } from '../documents/rows.ts'
import { unresolvedLinksOf } from '../mapping/links.ts'
import type { LinkFields } from './linkRows.ts'
import { rewriteLinks } from './rewriteLinks.ts'

/**
 * Turns the unresolved links of a document into links to the documents that now have their URLs, after an old
 * version was restored or several documents were published at once. `unresolved` is the value that was saved.
 */
export const healOwnLinks = async (
  req: PayloadRequest,
  fields: LinkFields,
  { id, unresolved }: { id: DocumentId; unresolved: unknown },
): Promise<void> => {
  const urls = unresolvedLinksOf(unresolved).map(({ url }) => url)
  if (urls.length === 0) return
  const { collection, key } = fields
  const found = await rowsOf(req.payload).find({ collection, req, where: { [key]: { in: urls } } })
  const targets = found.filter(isPublished)
  if (targets.length === 0) return
  const ids = new Map(targets.map((target) => [target[key], target.id]))
  await rewriteLinks(req, fields, [id], (entries) =>
    entries.map((entry) => {
      const target = 'url' in entry ? ids.get(entry.url) : undefined
      return target === undefined ? entry : { id: target }
    }),
  )
}
