import type { Payload, PayloadRequest, Where } from 'payload'

import type { DocumentId, StoredDocument } from '../documents/documents.ts'
import { rowsOf } from '../documents/rows.ts'
import { linkChanges, type LinkRow } from './linkRows.ts'
import { slugsOf } from '../documents/registeredOptions.ts'

type StoredLink = LinkRow & { id: DocumentId; from: string }

const toLink = ({ id, draft, from, position, to, url }: StoredDocument): StoredLink[] => {
  const common = { id, draft: draft === true, from: String(from), position: Number(position) }
  if (typeof to === 'string') return [{ ...common, to }]
  return typeof url === 'string' ? [{ ...common, url }] : []
}

/** A link that is waiting for a document with its URL. */
export type WaitingLink = { from: string; url: string }

const unresolvedIn = (links: readonly StoredLink[]): WaitingLink[] =>
  links.flatMap((link) => ('url' in link ? [{ from: link.from, url: link.url }] : []))

/** The index of the links of one collection, in the transaction of a request if one is given. */
export const linkIndexOf = (payload: Payload, collection: string, req?: PayloadRequest) => {
  const rows = rowsOf(payload)
  const links = slugsOf(payload).links
  const common = { collection: links, ...(req ? { req } : {}) }
  const find = async (
    where: Where,
    options: { limit?: number; sort?: string } = {},
  ): Promise<StoredLink[]> => {
    const and = [{ relationTo: { equals: collection } }, where]
    return (await rows.find({ ...common, ...options, where: { and } })).flatMap(toLink)
  }
  const rowsFor = (from: DocumentId, added: readonly LinkRow[]): Record<string, unknown>[] =>
    added.map((link) => ({ ...link, from: String(from), relationTo: collection }))
  const insert = async (from: DocumentId, added: readonly LinkRow[]): Promise<void> => {
    await rows.createMany(links, rowsFor(from, added), req)
  }
  return {
    /** The rows for the links of a document, for callers that add them together with others. */
    rowsFor,
    /** Ids of the documents that have an unresolved link to a URL, in their row or in a newer draft. */
    waitingFor: async (url: string): Promise<string[]> => [
      ...new Set((await find({ url: { equals: url } })).map(({ from }) => from)),
    ],
    /** Ids of the documents that link to a document, in their row or in a newer draft. */
    linkingTo: async (id: DocumentId): Promise<string[]> => [
      ...new Set((await find({ to: { equals: String(id) } })).map(({ from }) => from)),
    ],
    /** Links to a document, at most `limit`. */
    linksTo: (id: DocumentId, limit: number): Promise<StoredLink[]> =>
      // All have the same value; in any other order, SQLite would go through the links of all documents.
      find({ to: { equals: String(id) } }, { limit, sort: 'to' }),
    /** Ids of the documents that link to any of some documents, in their row or in a newer draft. */
    linkingToAny: async (ids: readonly DocumentId[]): Promise<string[]> => [
      ...new Set((await find({ to: { in: ids.map(String) } })).map(({ from }) => from)),
    ],
    /** The number of unresolved links. */
    countWaiting: (): Promise<number> =>
      rows.count(links, { and: [{ relationTo: { equals: collection } }, { url: { greater_than: '' } }] }),
    /** A page of unresolved links, ordered by URL and starting after `after`. */
    waiting: async (after: string, limit: number): Promise<WaitingLink[]> =>
      unresolvedIn(await find({ url: { greater_than: after } }, { limit, sort: 'url' })),
    /** All unresolved links of some documents. */
    waitingOf: async (ids: readonly DocumentId[]): Promise<WaitingLink[]> =>
      unresolvedIn(await find({ from: { in: ids.map(String) } })),
    /** All unresolved links to any of the URLs. */
    waitingForAny: async (urls: readonly string[]): Promise<WaitingLink[]> =>
      unresolvedIn(await find({ url: { in: [...urls] } })),
    /** Sets the links of several documents, by document id, and removes all other rows of these documents. */
    setAll: async (wanted: ReadonlyMap<DocumentId, readonly LinkRow[]>): Promise<void> => {
      const stored = await find({ from: { in: [...wanted.keys()].map(String) } })
      const owned = new Map<string, StoredLink[]>()
      for (const link of stored) owned.set(link.from, [...(owned.get(link.from) ?? []), link])
      const removed: DocumentId[] = []
      const added: Record<string, unknown>[] = []
      for (const [id, wantedLinks] of wanted) {
        const changes = linkChanges(owned.get(String(id)) ?? [], wantedLinks)
        removed.push(...changes.removed.map((link) => link.id))
        added.push(...rowsFor(id, changes.added))
      }
      if (removed.length > 0) await rows.remove({ ...common, where: { id: { in: removed } } })
      await rows.createMany(links, added, req)
    },
    /** Adds the links of a document that has no rows in the index yet. */
    insert,
    /** Removes the links of a document. */
    remove: (id: DocumentId): Promise<void> =>
      rows.remove({
        ...common,
        where: { and: [{ relationTo: { equals: collection } }, { from: { equals: String(id) } }] },
      }),
  }
}
