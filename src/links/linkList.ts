type Id = string | number

/** A link of a file that leads to no document yet, at its place among all links of its document. */
export type UnresolvedLink = {
  /** Index in the list of all links, resolved and not. */
  position: number
  url: string
  /** What the link's block says of its target. */
  values: Record<string, string>
}

/** One link: to a document, or to a url that no document has. */
export type LinkEntry = { id: Id } | { url: string; values: Record<string, string> }

const isUnresolvedLink = (value: unknown): value is UnresolvedLink =>
  typeof value === 'object' &&
  value !== null &&
  'url' in value &&
  typeof value.url === 'string' &&
  'position' in value &&
  typeof value.position === 'number' &&
  'values' in value &&
  typeof value.values === 'object'

const isId = (value: unknown): value is Id => typeof value === 'string' || typeof value === 'number'

/** Reads the stored value of an unresolved-links field; anything else counts as none. */
export const unresolvedLinksOf = (value: unknown): UnresolvedLink[] =>
  Array.isArray(value) ? value.filter(isUnresolvedLink) : []

/** All links of a document in their order, from its two fields. */
export const joinLinks = (related: unknown, unresolved: unknown): LinkEntry[] => {
  const entries: LinkEntry[] = Array.isArray(related) ? related.filter(isId).map((id) => ({ id })) : []
  const missing = unresolvedLinksOf(unresolved).sort((a, b) => a.position - b.position)
  for (const { position, url, values } of missing)
    entries.splice(Math.min(position, entries.length), 0, { url, values })
  return entries
}

/** The two fields that hold a list of links; a document that is linked twice keeps its first place. */
export const splitLinks = (
  entries: readonly LinkEntry[],
): { related: Id[]; unresolved: UnresolvedLink[] | null } => {
  const seen = new Set<Id>()
  const kept = entries.filter((entry) => {
    const name = 'id' in entry ? entry.id : entry.url
    if (seen.has(name)) return false
    seen.add(name)
    return true
  })
  const unresolved = kept.flatMap((entry, position) => ('id' in entry ? [] : [{ position, ...entry }]))
  return {
    related: kept.flatMap((entry) => ('id' in entry ? [entry.id] : [])),
    unresolved: unresolved.length > 0 ? unresolved : null,
  }
}
