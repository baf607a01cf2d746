import type { Link } from './types.ts'

/** Keeps the first link to each url. The position of a link is its index in the result. */
export const canonicalLinks = (links: Link[]): Link[] => {
  const urls = new Set<string>()
  return links.filter(({ url }) => !urls.has(url) && urls.add(url))
}
