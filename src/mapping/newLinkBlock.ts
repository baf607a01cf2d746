import type { Link, LinksBinding } from './types.ts'

/** The keys of a new block in house order; empty ones are left out. */
export const newLinkBlock = (binding: LinksBinding, link: Link): [key: string, value: string][] =>
  Object.keys(binding.block)
    .map((key): [string, string] => [key, key === binding.key ? link.url : (link.values[key] ?? '')])
    .filter(([, value]) => value !== '')
