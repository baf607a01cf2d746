import { importBatchOf } from '../../documents/importBatch.ts'
import type { PublishedUrlChange } from '../publishedUrl.ts'
import { redirectsOf } from './redirectRecords.ts'

/**
 * Leaves a redirect at the URL that a published document had, and removes one from the URL that it has now. There are no
 * loops and no chains, since a redirect names the document and not its URL.
 */
export const redirectMoved = async ({ req, collection, id, from, to }: PublishedUrlChange): Promise<void> => {
  if (from === undefined && importBatchOf(req)?.isNew(to)) return
  const redirects = redirectsOf(req.payload, req)
  const stale = await redirects.from(from === undefined ? [to] : [to, from])
  for (const redirect of stale) await redirects.remove(redirect.id)
  if (from !== undefined) await redirects.create(from, collection, id)
}
