import type { Payload } from 'payload'

import { linkIndexOf, type WaitingLink } from '../../links/linkIndex.ts'
import { rewriteLinks } from '../../links/rewriteLinks.ts'
import type { Mapping } from '../../mapping/index.ts'
import type { DocumentId } from '../documents.ts'
import type { Lease } from '../lease.ts'
import type { OnProgress } from '../phases.ts'
import { inTransaction } from '../transaction.ts'
import { linkIds } from './linkIds.ts'

const pageSize = 500

/** How many links are held in memory at a time. */
const linksAtOnce = 20_000

/** How many documents one transaction changes. A longer one would keep editors waiting. */
const batchSize = 25

export type ResolveOptions = {
  payload: Payload
  mapping: Mapping
  lease?: Lease | undefined
  onProgress?: OnProgress | undefined
  signal?: AbortSignal | undefined
}

/** What is to be done: for each document, the ids of what its waiting urls lead to by now. */
type Ready = Map<string, Map<string, DocumentId>>

/** Goes through the links that wait for a url, and gives those that lead somewhere by now, some at a time. */
async function* readyLinks(payload: Payload, mapping: Mapping): AsyncGenerator<Ready, void, undefined> {
  const index = linkIndexOf(payload, mapping.collection)
  let ready: Ready = new Map()
  let links = 0
  let after = ''
  for (;;) {
    const page = await index.waiting(after, pageSize)
    const last = page.at(-1)
    if (!last) break
    after = last.url
    const ids = await linkIds(
      payload,
      mapping,
      page.map(({ url }) => url),
    )
    const isReady = ({ url }: WaitingLink): boolean => ids.has(url) && url !== after
    // The last url of a page may go on behind it.
    const whole = ids.has(after) ? await index.waitingForAny([after]) : []
    for (const { from, url } of [...page.filter(isReady), ...whole]) {
      const id = ids.get(url)
      const known = ready.get(from) ?? new Map<string, DocumentId>()
      if (id !== undefined) ready.set(from, known.set(url, id))
      links += 1
    }
    if (links < linksAtOnce) continue
    yield ready
    ready = new Map()
    links = 0
  }
  yield ready
}

/**
 * Turns links that wait for a url into links to the documents that have it by now, whatever the order of files was.
 * Asks the index of links, so that it costs as much as there is to do. Returns how many documents were changed.
 */
export const resolveLinks = async ({
  lease,
  mapping,
  onProgress,
  payload,
  signal,
}: ResolveOptions): Promise<number> => {
  const { links, collection } = mapping
  if (!links) return 0
  onProgress?.({ phase: 'links', done: 0 })
  const fields = { collection, field: links.field, unresolved: links.unresolved }
  let healed = 0
  for await (const ready of readyLinks(payload, mapping)) {
    const documents = [...ready]
    const total = healed + documents.length
    for (let at = 0; at < documents.length; at += batchSize) {
      if (signal?.aborted) return healed
      const batch = documents.slice(at, at + batchSize)
      await inTransaction(payload, {}, async (req) => {
        await lease?.assertHeld(req)
        const froms = batch.map(([from]) => from)
        await rewriteLinks(req, fields, froms, (entries, from) =>
          entries.map((entry) => {
            const id = 'url' in entry ? ready.get(String(from))?.get(entry.url) : undefined
            return id === undefined ? entry : { id }
          }),
        )
      })
      healed += batch.length
      onProgress?.({ phase: 'links', done: healed, total })
    }
  }
  return healed
}
