import { documentsOf } from '../documents/documents.ts'
import { importBatchOf } from '../documents/importBatch.ts'
import type { PublishedUrlChange } from './publishedUrl.ts'

/**
 * Leaves a redirect where a published url was, and removes one that stood where the document is now: no loops, and
 * no chains, since a redirect names the document and not its url.
 */
export const redirectMoved = async ({ req, collection, id, from, to }: PublishedUrlChange): Promise<void> => {
  if (from === undefined && importBatchOf(req)?.isNew(to)) return
  const documents = documentsOf(req.payload)
  const stale = await documents.find({
    collection: 'redirects',
    req,
    where: { from: { in: from === undefined ? [to] : [to, from] } },
  })
  for (const redirect of stale) await documents.delete({ collection: 'redirects', id: redirect.id, req })
  if (from === undefined) return
  await documents.create({
    collection: 'redirects',
    data: { from, relationTo: collection, document: String(id), kind: 'moved' },
    depth: 0,
    req,
  })
}
