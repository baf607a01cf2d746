import type { Payload } from 'payload'

import { documentsOf } from '../../documents/documents.ts'
import { registeredMapping } from '../../documents/registeredOptions.ts'
import { urlPattern } from '../../mapping/urlPattern.ts'
import { redirectsOf } from './redirectRecords.ts'

/** A path of this site, or an https address. */
export type RedirectLocation = string

/**
 * Where a path that moved leads: the URL that the document has now, if visitors may read it, or the fixed address;
 * undefined if there is no redirect from it. Two indexed lookups, and nothing is cached, so that every server knows of a
 * move at once.
 * @example
 * const location = await findRedirect(payload)('/learn/biology/questions/old-name')
 */
export const findRedirect =
  (payload: Payload) =>
  async (path: string): Promise<RedirectLocation | undefined> => {
    const [redirect] = await redirectsOf(payload).from([path])
    if (!redirect?.to) return undefined
    if ('address' in redirect.to) return redirect.to.address
    const { collection, id } = redirect.to
    if (!(collection in payload.collections)) return undefined
    const mapping = registeredMapping(payload, collection)
    const field = (mapping && urlPattern(mapping)?.field) ?? 'url'
    const [found] = await documentsOf(payload).find({
      collection,
      limit: 1,
      where: { id: { equals: id } },
      select: { [field]: true },
      overrideAccess: false,
    })
    const url = found?.[field]
    return typeof url === 'string' && url !== '' ? url : undefined
  }
