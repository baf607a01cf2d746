import type { Payload } from 'payload'

import { unresolvedLinksOf } from '../../links/linkList.ts'
import { rewriteLinks } from '../../links/rewriteLinks.ts'
import type { Mapping } from '../../mapping/index.ts'
import { documentValue } from '../../mapping/index.ts'
import type { DocumentId } from '../documents.ts'
import { rowsOf } from '../rows.ts'
import { inTransaction } from '../transaction.ts'
import { linkIds } from './linkIds.ts'

const pageSize = 100

/**
 * Turns unresolved links into links to the documents that have their urls by now, whatever the order of files was.
 * Goes through all documents that wait for something, a page at a time. Returns how many were healed.
 */
export const resolveLinks = async (
  payload: Payload,
  mapping: Mapping,
  signal?: AbortSignal,
): Promise<number> => {
  const { links, collection } = mapping
  if (!links) return 0
  const rows = rowsOf(payload)
  const fields = { collection, field: links.field, unresolved: links.unresolved }
  let healed = 0
  let after: DocumentId | undefined
  for (;;) {
    if (signal?.aborted) return healed
    const waiting = await rows.find({
      collection,
      limit: pageSize,
      sort: 'id',
      where: {
        and: [
          { [links.unresolved]: { exists: true } },
          ...(after === undefined ? [] : [{ id: { greater_than: after } }]),
        ],
      },
    })
    const last = waiting.at(-1)
    if (!last) return healed
    after = last.id
    const urlsOf = (row: Record<string, unknown>) =>
      unresolvedLinksOf(documentValue(row, links.unresolved)).map(({ url }) => url)
    const ids = await linkIds(payload, mapping, waiting.flatMap(urlsOf))
    const ready = waiting.filter((row) => urlsOf(row).some((url) => ids.has(url)))
    if (ready.length === 0) continue
    await inTransaction(payload, {}, async (req) => {
      for (const row of ready) {
        await rewriteLinks(req, fields, row.id, (entries) =>
          entries.map((entry) => {
            const id = 'url' in entry ? ids.get(entry.url) : undefined
            return id === undefined ? entry : { id }
          }),
        )
      }
    })
    healed += ready.length
  }
}
