import type { Payload } from 'payload'

import type { DocumentId, StoredDocument } from '../../documents/documents.ts'
import { chunks, pages } from '../../documents/pages.ts'
import { rowsOf } from '../../documents/rows.ts'
import { linkIndexOf, type WaitingLink } from '../../links/linkIndex.ts'
import type { Mapping } from '../../mapping/types.ts'
import { linkIds } from './linkIds.ts'

const pageSize = 500

/**
 * The work to do: for each document, the ids of the existing targets of its unresolved URLs; and the number of links or URLs
 * that were looked at for it.
 */
export type Ready = { seen: number; targets: Map<string, Map<string, DocumentId>> }

/** Which links are looked at: those that are waiting for some URLs, or all. `atOnce` are held in memory at a time. */
type Wanted = { atOnce: number; total: number; urls: readonly string[] | undefined }

type Page = { links: WaitingLink[]; seen: number }

/** All links that are waiting, a page of documents at a time. */
async function* linksByDocument(
  payload: Payload,
  { collection }: Mapping,
): AsyncGenerator<Page, void, undefined> {
  const index = linkIndexOf(payload, collection)
  const read = (last: StoredDocument | undefined): Promise<StoredDocument[]> =>
    rowsOf(payload).find({
      collection,
      limit: pageSize,
      select: { id: true },
      sort: 'id',
      ...(last ? { where: { id: { greater_than: last.id } } } : {}),
    })
  for await (const page of pages(read)) {
    const links = await index.waitingOf(page.map(({ id }) => id))
    yield { links, seen: links.length }
  }
}

/** All links that are waiting, in batches that keep all links to a URL together. */
async function* linksByUrl(payload: Payload, { collection }: Mapping): AsyncGenerator<Page, void, undefined> {
  const index = linkIndexOf(payload, collection)
  const read = (last: WaitingLink | undefined): Promise<WaitingLink[]> =>
    index.waiting(last?.url ?? '', pageSize)
  for await (const page of pages(read)) {
    const last = page.at(-1)?.url ?? ''
    // The links to the last URL of a page may continue on the next one.
    const isWhole = page.length < pageSize
    const links = isWhole
      ? page
      : [...page.filter(({ url }) => url !== last), ...(await index.waitingForAny([last]))]
    yield { links, seen: links.length }
  }
}

async function* waitingLinks(
  payload: Payload,
  mapping: Mapping,
  { atOnce, total, urls }: Wanted,
): AsyncGenerator<Page, void, undefined> {
  const index = linkIndexOf(payload, mapping.collection)
  if (urls)
    for (const some of chunks(urls, pageSize))
      yield { links: await index.waitingForAny(some), seen: some.length }
  // In the order of URLs, a document would be rewritten for each part of its links.
  else if (total > atOnce) yield* linksByDocument(payload, mapping)
  else yield* linksByUrl(payload, mapping)
}

/** The unresolved links whose targets exist now, in batches. */
export async function* readyLinks(
  payload: Payload,
  mapping: Mapping,
  wanted: Wanted,
): AsyncGenerator<Ready, void, undefined> {
  let ready: Ready = { seen: 0, targets: new Map() }
  let found = 0
  for await (const { links, seen } of waitingLinks(payload, mapping, wanted)) {
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
    // Also if none of them leads anywhere yet: progress is shown for each batch.
    if (found < wanted.atOnce && ready.seen < wanted.atOnce) continue
    yield ready
    ready = { seen: 0, targets: new Map() }
    found = 0
  }
  yield ready
}
