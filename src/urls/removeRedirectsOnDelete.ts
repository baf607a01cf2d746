import type { CollectionBeforeDeleteHook } from 'payload'

import { documentsOf } from '../documents/documents.ts'

/** Before a document is deleted for good: the redirects that lead to it go too, since they would lead nowhere. */
export const removeRedirectsOnDelete: CollectionBeforeDeleteHook = async ({ id, req }) => {
  const documents = documentsOf(req.payload)
  const leading = await documents.find({
    collection: 'redirects',
    req,
    select: {},
    where: { document: { equals: String(id) } },
  })
  for (const redirect of leading) await documents.delete({ collection: 'redirects', id: redirect.id, req })
}
