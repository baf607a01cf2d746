import type { CollectionBeforeDeleteHook } from 'payload'

import { redirectsOf } from './redirectRecords.ts'

/** Before a document is deleted permanently, removes the redirects that lead to it. */
export const removeRedirectsOnDelete: CollectionBeforeDeleteHook = async ({ collection, id, req }) => {
  const redirects = redirectsOf(req.payload, req)
  for (const redirect of await redirects.leadingTo(collection.slug, id)) await redirects.remove(redirect.id)
}
