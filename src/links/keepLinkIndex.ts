import { dequal } from 'dequal'
import type { CollectionAfterChangeHook, CollectionAfterDeleteHook } from 'payload'

import { oneAtATime } from './oneAtATime.ts'
import { keepLinks } from './keepLinks.ts'
import { linkIndexOf } from './linkIndex.ts'
import { type LinkFields, linkRows } from './linkRows.ts'
import { valuesFromFile } from '../documents/requestState.ts'
import { isPublished, type StoredDocument } from '../documents/documents.ts'
import { importBatchOf } from '../documents/importBatch.ts'

/** Whether a save has left a published state published, with the same links, and no draft was or is newer than it. */
const isSameState = (
  { field, unresolved }: LinkFields,
  before: Partial<StoredDocument>,
  now: StoredDocument,
): boolean =>
  isPublished(before) &&
  isPublished(now) &&
  [field, unresolved].every((name) => dequal(before[name] ?? null, now[name] ?? null))

/**
 * Keeps the index of links in sync with the documents of a collection, in the transaction of each save and deletion.
 * Must precede the hooks that heal links, which update the index themselves.
 */
export const keepLinkIndex = (
  fields: LinkFields,
): {
  afterChange: CollectionAfterChangeHook<StoredDocument>
  afterDelete: CollectionAfterDeleteHook<StoredDocument>
} => ({
  afterChange: async ({ doc, operation, previousDoc, req }) => {
    // A new document from a file: the data is complete, and the index has no rows for it yet.
    if (operation === 'create' && req.context[valuesFromFile]) {
      const draft = doc._status === 'draft' ? doc : undefined
      const index = linkIndexOf(req.payload, fields.collection, req)
      const batch = importBatchOf(req)
      const added = linkRows(fields, { row: doc, draft })
      if (batch) batch.rows.links.push(...index.rowsFor(doc.id, added))
      else await index.insert(doc.id, added)
    } else if (operation === 'create' || !isSameState(fields, previousDoc, doc))
      await keepLinks(req, fields, doc.id)
    return doc
  },
  afterDelete: async ({ id, req }) => {
    await oneAtATime(req, () => linkIndexOf(req.payload, fields.collection, req).remove(id))
  },
})
