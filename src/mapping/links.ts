import { documentValue } from './documentValue.ts'
import { isObject, textOf } from './guards.ts'
import type { Link, LinksBinding } from './types.ts'

/** An unresolved link, as stored in a document's JSON field. */
export type UnresolvedLink = {
  /** Index of the link among all links of the document, including resolved ones. */
  position: number
  url: string
  /** The keys and values of the link's block. */
  values: Record<string, string>
}

/**
 * Reads the stored value of an unresolved-links field, sorted by position; entries without a URL are omitted, and
 * entries without a position come last.
 */
export const unresolvedLinksOf = (value: unknown): UnresolvedLink[] =>
  (Array.isArray(value) ? value : [])
    .filter(isObject)
    .map(({ position, url, values }) => ({
      position: typeof position === 'number' && Number.isFinite(position) ? position : Infinity,
      url: textOf(url),
      values: Object.fromEntries(
        Object.entries(isObject(values) ? values : {}).map(([key, text]) => [key, textOf(text)]),
      ),
    }))
    .filter(({ url }) => url !== '')
    .sort((a, b) => (a.position < b.position ? -1 : Number(a.position > b.position)))

/**
 * The links of a document in order, without duplicates: the documents of the relationship, with each unresolved link
 * inserted at its position.
 */
export const documentLinks = (binding: LinksBinding, document: Record<string, unknown>): Link[] => {
  const targets = documentValue(document, binding.field)
  const links = canonicalLinks(
    (Array.isArray(targets) ? targets : []).flatMap((target) => linkTo(binding, target) ?? []),
  )
  for (const { position, url, values } of unresolvedLinksOf(documentValue(document, binding.unresolved)))
    links.splice(Math.max(0, Math.min(position, links.length)), 0, { url, values, line: 0 })
  return canonicalLinks(links)
}

/** The link to a populated document; `undefined` if it does not exist or has no URL yet. */
export const linkTo = (binding: LinksBinding, target: unknown): Link | undefined => {
  const values = Object.fromEntries(
    Object.entries(binding.block).map(([key, field]) => [key, textOf(documentValue(target, field))]),
  )
  const url = values[binding.key] ?? ''
  return url === '' ? undefined : { url, values, line: 0 }
}

/** Keeps the first link to each URL. The position of a link is its index in the result. */
export const canonicalLinks = (links: Link[]): Link[] => {
  const urls = new Set<string>()
  return links.filter(({ url }) => !urls.has(url) && urls.add(url))
}

/** Whether two lists lead to the same targets in the same order; duplicates and the other values of blocks do not count. */
export const sameLinks = (a: Link[], b: Link[]): boolean => {
  const [first, second] = [canonicalLinks(a), canonicalLinks(b)]
  return first.length === second.length && first.every(({ url }, at) => url === second[at]?.url)
}
