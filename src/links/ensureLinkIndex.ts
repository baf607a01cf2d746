import type { Payload } from 'payload'

import type { DocumentId } from '../documents/documents.ts'
import { latestDrafts } from '../drafts/latestDraft.ts'
import { pages } from '../documents/pages.ts'
import { rowsOf } from '../documents/rows.ts'
import { inTransaction } from '../documents/transaction.ts'
import { linkIndexOf } from './linkIndex.ts'
import { type LinkFields, linkRows } from './linkRows.ts'

const pageSize = 200

// A new value rebuilds the index of every database.
const current = 1

const markOf = (collection: string): string => `answerbook-links:${collection}`

type OnProgress = (progress: { done: number; total: number }) => void

const build = async (payload: Payload, fields: LinkFields, onProgress?: OnProgress): Promise<void> => {
  const { collection, field, unresolved } = fields
  const total = await rowsOf(payload).count(collection)
  let done = 0
  const indexAfter = (last: DocumentId | undefined): Promise<DocumentId[]> =>
    inTransaction(payload, {}, async (req) => {
      const select = { [field]: true as const, [unresolved]: true as const }
      const rows = await rowsOf(payload).find({
        collection,
        limit: pageSize,
        req,
        select,
        sort: 'id',
        ...(last === undefined ? {} : { where: { id: { greater_than: last } } }),
      })
      const ids = rows.map(({ id }) => id)
      const drafts = await latestDrafts(req, collection, ids, [field, unresolved])
      const wanted = new Map(
        rows.map((row) => [row.id, linkRows(fields, { row, draft: drafts.get(row.id) })]),
      )
      await linkIndexOf(payload, collection, req).setAll(wanted)
      return ids
    })
  for await (const page of pages(indexAfter)) {
    done += page.length
    onProgress?.({ done, total })
  }
}

/**
 * Builds the index of links if a database does not have it yet, as after an upgrade, and records that it exists. Hooks
 * maintain it from then on. Can be interrupted at any time: the next call starts over.
 */
export const ensureLinkIndex = async (
  payload: Payload,
  fields: LinkFields,
  onProgress?: OnProgress,
): Promise<void> => {
  const mark = markOf(fields.collection)
  if ((await payload.kv.get(mark)) === current) return
  await build(payload, fields, onProgress)
  try {
    await payload.kv.set(mark, current)
  } catch (error) {
    // Payload reads a key before it inserts it (Payload 3.90, src/kv/adapters/DatabaseKVAdapter.ts), so two processes may both
    // insert it.
    if ((await payload.kv.get(mark)) !== current) throw error
  }
}
