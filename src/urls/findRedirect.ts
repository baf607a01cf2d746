import type { Payload } from 'payload'

import { documentsOf } from '../documents/documents.ts'

/** A path of this site, or an https address. */
export type RedirectTarget = string

const textOf = (value: unknown): string | undefined =>
  typeof value === 'string' && value !== '' ? value : undefined

/**
 * Where a moved path leads: the url that a document has now, where visitors may read it, or the fixed address.
 * Two indexed lookups, so nothing is cached and every server knows a move at once.
 */
export const findRedirect =
  (payload: Payload) =>
  async (path: string): Promise<RedirectTarget | undefined> => {
    const documents = documentsOf(payload)
    const [redirect] = await documents.find({
      collection: 'redirects',
      limit: 1,
      where: { from: { equals: path } },
    })
    if (!redirect) return undefined
    const { document, relationTo: collection } = redirect
    if (typeof collection !== 'string' || typeof document !== 'string') return textOf(redirect.to)
    if (!(collection in payload.collections)) return undefined
    const [found] = await documents.find({
      collection,
      limit: 1,
      where: { id: { equals: document } },
      select: { url: true },
      overrideAccess: false,
    })
    return textOf(found?.url)
  }
