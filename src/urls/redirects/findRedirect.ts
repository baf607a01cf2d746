import type { Payload } from 'payload'

import { documentsOf } from '../../documents/documents.ts'
import { registeredMapping } from '../../documents/registeredOptions.ts'
import { localeOfUrl, urlPattern } from '../../mapping/urlPattern.ts'
import { locationOf, lookupPath } from './redirectPaths.ts'
import { redirectsOf } from './redirectRecords.ts'
import type { RedirectTarget } from './redirectShape.ts'

/** The target of a redirect. */
export type FoundRedirect = {
  /** A path of this site, or an https address, in the form of a `Location` header. */
  location: string
  /** 301, unless the app's own collection of redirects specifies another. */
  status: number
}

const targetOf = async (
  payload: Payload,
  target: RedirectTarget | undefined,
  from: string,
): Promise<unknown> => {
  if (!target || 'address' in target) return target?.address
  const { collection, id } = target
  if (!(collection in payload.collections)) return undefined
  const mapping = registeredMapping(payload, collection)
  const field = (mapping && urlPattern(mapping)?.field) ?? 'url'
  // A redirect leads to the URL in the same locale.
  const locale = mapping && localeOfUrl(mapping, from)
  const [found] = await documentsOf(payload).find({
    collection,
    limit: 1,
    where: { id: { equals: id } },
    select: { [field]: true },
    overrideAccess: false,
    ...(locale === undefined ? {} : { fallbackLocale: false, locale }),
    // A collection that visitors may not read reveals nothing, which is not a failure.
    disableErrors: true,
  })
  return found?.[field]
}

/**
 * Returns the target of a path that moved: the current URL of the document, if visitors may read it, or the fixed
 * address; undefined if there is no redirect from it. `path` is what the browser sent, without its query. Takes two
 * indexed lookups, and nothing is cached, so that every server knows of a move at once.
 * @example
 * const found = await findRedirect(payload)('/learn/biology/questions/old-name')
 * if (found) permanentRedirect(found.location)
 */
export const findRedirect =
  (payload: Payload) =>
  async (path: string): Promise<FoundRedirect | undefined> => {
    const wanted = lookupPath(path)
    if (wanted === undefined) return undefined
    // An app's own collection of redirects stores paths as they were typed.
    const spellings = [...new Set([wanted, `${wanted}/`, path])]
    const found = await redirectsOf(payload).from(spellings)
    const [redirect] = found.sort((a, b) => spellings.indexOf(a.from) - spellings.indexOf(b.from))
    const target = redirect && (await targetOf(payload, redirect.to, redirect.from))
    if (typeof target !== 'string' || target === wanted) return undefined
    const location = locationOf(target)
    return location === undefined ? undefined : { location, status: redirect?.status ?? 301 }
  }
