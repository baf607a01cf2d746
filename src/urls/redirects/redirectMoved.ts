import { importBatchOf } from '../../documents/importBatch.ts'
import type { PublishedUrlChange } from '../publishedUrl.ts'
import { redirectsOf } from './redirectRecords.ts'

/**
 * Creates a redirect at the former URL of a published document, and removes one from its new URL. There are no loops
 * and no chains, since a redirect refers to the document and not to its URL.
 */
export const redirectMoved = async ({ req, collection, id, from, to }: PublishedUrlChange): Promise<void> => {
  if (from === undefined && importBatchOf(req)?.isNew(to)) return
  const redirects = redirectsOf(req.payload, req)
  const stale = await redirects.from(from === undefined ? [to] : [to, from])
  for (const redirect of stale) await redirects.remove(redirect.id)
  if (from !== undefined) await redirects.create(from, collection, id)
}
