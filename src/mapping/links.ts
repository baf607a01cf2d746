import { canonicalLinks } from './canonicalLinks.ts'
import { documentValue } from './documentValue.ts'
import { isObject } from './isObject.ts'
import { linkTo } from './linkTo.ts'
import { textOf } from './textOf.ts'
import type { Link, LinksBinding } from './types.ts'

/** A link that resolves to nothing, as the JSON field of a document keeps it. */
export type UnresolvedLink = {
  /** Index of the link among all links of the document, resolved ones included. */
  position: number
  url: string
  values: Record<string, string>
}

const unresolvedLinks = (value: unknown): UnresolvedLink[] =>
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
 * The links of a document in their order, without repeats: the relationship's documents as they come, and each
 * unresolved link at its position among them.
 */
export const documentLinks = (binding: LinksBinding, document: Record<string, unknown>): Link[] => {
  const targets = documentValue(document, binding.field)
  const links = canonicalLinks(
    (Array.isArray(targets) ? targets : []).flatMap((target) => linkTo(binding, target) ?? []),
  )
  for (const { position, url, values } of unresolvedLinks(documentValue(document, binding.unresolved)))
    links.splice(Math.max(0, Math.min(position, links.length)), 0, { url, values, line: 0 })
  return canonicalLinks(links)
}
