import type { Payload } from 'payload'

import { linkIndexOf, type WaitingLink } from '../../links/linkIndex.ts'
import { rewriteLinks } from '../../links/rewriteLinks.ts'
import type { Mapping } from '../../mapping/types.ts'
import { linkedField } from '../../mapping/urlPattern.ts'
import type { DocumentId } from '../../documents/documents.ts'
import { chunks, pages } from '../../documents/pages.ts'
import type { Lease } from '../records/lease.ts'
import type { OnProgress } from '../../progress/phases.ts'
import { inTransaction } from '../../documents/transaction.ts'
import { linkIds } from './linkIds.ts'

const pageSize = 500

/** Number of links in memory at a time. */
const linksAtOnce = 20_000

/** Number of documents per transaction. A longer transaction would keep editors waiting. */
const batchSize = 500

export type ResolveOptions = {
  payload: Payload
  mapping: Mapping
  /** Queries only links that are waiting for these URLs. Default: all. */
  urls?: readonly string[] | undefined
  lease?: Lease | undefined
  onProgress?: OnProgress | undefined
  signal?: AbortSignal | undefined
}

/**
 * The work to do: for each document, the ids of the existing targets of its unresolved URLs; and the number of links or URLs
 * that were looked at for it.
 */
type Ready = { seen: number; targets: Map<string, Map<string, DocumentId>> }

type Page = { links: WaitingLink[]; seen: number }

/** The links that are waiting for one of some URLs, or for any, in batches that keep all links to a URL together. */
async function* waitingLinks(
  payload: Payload,
  { collection }: Mapping,
  urls?: readonly string[],
): AsyncGenerator<Page, void, undefined> {
  const index = linkIndexOf(payload, collection)
  if (urls) {
    for (const some of chunks(urls, pageSize))
      yield { links: await index.waitingForAny(some), seen: some.length }
    return
  }
  for await (const page of pages((last: WaitingLink | undefined) =>
    index.waiting(last?.url ?? '', pageSize),
  )) {
    const last = page.at(-1)?.url ?? ''
    // The links to the last URL of a page may continue on the next one.
    const isWhole = page.length < pageSize
    const links = isWhole
      ? page
      : [...page.filter(({ url }) => url !== last), ...(await index.waitingForAny([last]))]
    yield { links, seen: links.length }
  }
}

/** The unresolved links whose targets exist now, in batches. */
async function* readyLinks(
  payload: Payload,
  mapping: Mapping,
  urls?: readonly string[],
): AsyncGenerator<Ready, void, undefined> {
  let ready: Ready = { seen: 0, targets: new Map() }
  let found = 0
  for await (const { links, seen } of waitingLinks(payload, mapping, urls)) {
    const ids = await linkIds(
      payload,
      mapping,
      links.map(({ url }) => url),
    )
    ready.seen += seen
    for (const { from, url } of links) {
      const id = ids.get(url)
      if (id === undefined) continue
      const { targets } = ready
      targets.set(from, (targets.get(from) ?? new Map<string, DocumentId>()).set(url, id))
      found += 1
    }
    if (found < linksAtOnce) continue
    yield ready
    ready = { seen: 0, targets: new Map() }
    found = 0
  }
  yield ready
}

/**
 * Turns unresolved links into links to the documents that now have their URLs, regardless of the order of the files. Uses
 * the index of links, so that its cost depends on the number of unresolved links. Returns how many documents were changed.
 */
export const resolveLinks = async ({
  lease,
  mapping,
  onProgress,
  payload,
  signal,
  urls,
}: ResolveOptions): Promise<number> => {
  const { links, collection } = mapping
  if (!links) return 0
  onProgress?.({ phase: 'links', done: 0 })
  const fields = { collection, field: links.field, unresolved: links.unresolved, key: linkedField(mapping) }
  const total = urls?.length ?? (await linkIndexOf(payload, collection).countWaiting())
  let healed = 0
  let done = 0
  for await (const { seen, targets } of readyLinks(payload, mapping, urls)) {
    // Links come in the order of their URLs; documents that were created together are close to each other in a database.
    const ordered = [...targets].toSorted(([a], [b]) => (a < b ? -1 : 1))
    for (const batch of chunks(ordered, batchSize)) {
      if (signal?.aborted) return healed
      await inTransaction(payload, {}, async (req) => {
        await lease?.assertHeld(req)
        const froms = batch.map(([from]) => from)
        await rewriteLinks(req, fields, froms, (entries, from) =>
          entries.map((entry) => {
            const id = 'url' in entry ? targets.get(String(from))?.get(entry.url) : undefined
            return id === undefined ? entry : { id }
          }),
        )
      })
      healed += batch.length
      done += (seen * batch.length) / targets.size
      onProgress?.({ phase: 'links', done: Math.floor(done), total })
    }
    if (targets.size === 0) done += seen
  }
  return healed
}
