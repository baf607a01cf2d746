import type { Payload } from 'payload'

import { linkIndexOf } from '../../links/linkIndex.ts'
import { rewriteLinks } from '../../links/rewriteLinks.ts'
import type { Mapping } from '../../mapping/types.ts'
import { linkedField } from '../../mapping/urlPattern.ts'
import { chunks } from '../../documents/pages.ts'
import type { Lease } from '../records/lease.ts'
import type { OnProgress } from '../../progress/phases.ts'
import { inTransaction } from '../../documents/transaction.ts'
import { readyLinks } from './readyLinks.ts'

/** Number of links in memory at a time. */
const maxLinks = 20_000

/** Number of documents per transaction. A longer transaction would keep editors waiting. */
const batchSize = 500

export type ResolveOptions = {
  payload: Payload
  mapping: Mapping
  /** Queries only links that are waiting for these URLs. Default: all. */
  urls?: readonly string[] | undefined
  lease?: Lease | undefined
  /** Number of links in memory at a time. Default: 20,000. */
  linksAtOnce?: number
  onProgress?: OnProgress | undefined
  signal?: AbortSignal | undefined
}

/**
 * Turns unresolved links into links to the documents that now have their URLs, regardless of the order of the files. Uses
 * the index of links, so that its cost depends on the number of unresolved links. Returns how many documents were changed.
 */
export const resolveLinks = async ({
  lease,
  linksAtOnce = maxLinks,
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
  for await (const { seen, targets } of readyLinks(payload, mapping, { atOnce: linksAtOnce, total, urls })) {
    // Links may come in the order of their URLs; documents that were created together are close to each other in a database.
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
    if (targets.size > 0) continue
    done += seen
    onProgress?.({ phase: 'links', done: Math.floor(done), total })
  }
  return healed
}
