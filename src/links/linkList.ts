import { type DocumentId, isDocumentId } from '../documents/documents.ts'
import { type UnresolvedLink, unresolvedLinksOf } from '../mapping/links.ts'

/** One link: to a document, or to a URL that no document has. */
export type LinkEntry = { id: DocumentId } | { url: string; values: Record<string, string> }

/** All links of a document in order, from its two fields. */
export const joinLinks = (related: unknown, unresolved: unknown): LinkEntry[] => {
  const entries: LinkEntry[] = Array.isArray(related)
    ? related.filter(isDocumentId).map((id) => ({ id }))
    : []
  for (const { position, url, values } of unresolvedLinksOf(unresolved))
    entries.splice(Math.min(position, entries.length), 0, { url, values })
  return entries
}

/** The two fields that hold a list of links; a document that is linked twice keeps its first position. */
export const splitLinks = (
  entries: readonly LinkEntry[],
): { related: DocumentId[]; unresolved: UnresolvedLink[] | null } => {
  const seen = new Set<DocumentId>()
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
