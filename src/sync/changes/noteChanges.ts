import { isDeepStrictEqual } from 'node:util'

import type {
  CollectionAfterChangeHook,
  CollectionAfterDeleteHook,
  CollectionBeforeChangeHook,
  PayloadRequest,
} from 'payload'

import { type DocumentId, isRecord, type StoredDocument } from '../../documents/documents.ts'
import { shownOf } from '../../documents/populate.ts'
import { linksResolvedLater } from '../../documents/requestState.ts'
import { rowsOf } from '../../documents/rows.ts'
import type { Mapping } from '../../mapping/types.ts'
import { capabilitiesOf, hasFile } from '../capabilities.ts'
import { changeRowsOf, type NewChange } from './changeRows.ts'
import { personOf } from './personOf.ts'

const keyOf = (collection: string, id: DocumentId): string => `answerbook:before:${collection}:${id}`

const isStored = (value: unknown): value is StoredDocument =>
  isRecord(value) && (typeof value.id === 'string' || typeof value.id === 'number')

const topOf = (mapping: Mapping): string[] => [
  ...new Set(shownOf(mapping).map((path) => path.split('.')[0] ?? path)),
]

const stateOf = async (
  req: PayloadRequest,
  mapping: Mapping,
  id: DocumentId,
): Promise<StoredDocument | undefined> => {
  const names = ['_status', 'deletedAt', 'updatedAt', ...topOf(mapping)]
  const select = Object.fromEntries(names.map((name) => [name, true as const]))
  const where = { id: { equals: id } }
  const [row] = await rowsOf(req.payload).find({
    collection: mapping.collection,
    limit: 1,
    req,
    select,
    where,
  })
  return row
}

/**
 * Adds a row of changes for each save and deletion that can change the file of a document, in its transaction: not for
 * drafts, which no export writes. A run adds its documents only if the files of others may change with them, since its own
 * files are what it has just read.
 */
export const noteChanges = (
  mapping: Mapping,
): {
  beforeChange: CollectionBeforeChangeHook<StoredDocument>
  afterChange: CollectionAfterChangeHook<StoredDocument>
  afterDelete: CollectionAfterDeleteHook<StoredDocument>
} => {
  const note = (req: PayloadRequest, id: DocumentId, isShared: boolean): Promise<void> => {
    const change: NewChange = {
      collection: mapping.collection,
      document: String(id),
      kind: isShared ? 'spread' : 'unchecked',
      changedAt: new Date().toISOString(),
      people: personOf(req),
      ...(isShared ? { spread: mapping.collection } : {}),
    }
    return changeRowsOf(req.payload, req).add([change])
  }
  return {
    beforeChange: async ({ data, originalDoc, req }) => {
      if (originalDoc?.id !== undefined)
        req.context[keyOf(mapping.collection, originalDoc.id)] = await stateOf(req, mapping, originalDoc.id)
      return data
    },
    afterChange: async ({ doc, operation, req }) => {
      const isRun = req.context[linksResolvedLater] === true
      if (isRun && operation === 'create') return doc
      const known = req.context[keyOf(mapping.collection, doc.id)]
      const before = isStored(known) ? known : undefined
      const now = await stateOf(req, mapping, doc.id)
      // A draft on top of the stored row leaves it alone.
      if (!now || (before && isDeepStrictEqual(before.updatedAt, now.updatedAt))) return doc
      const capabilities = capabilitiesOf(req.payload, mapping)
      const shown = ['_status', 'deletedAt', ...topOf(mapping)]
      // Files of others show an unpublished document too, if they link to it.
      const isDifferent =
        before !== undefined && shown.some((name) => !isDeepStrictEqual(before[name], now[name]))
      const inFiles = hasFile(capabilities, now) || (before !== undefined && hasFile(capabilities, before))
      if (!inFiles && !isDifferent) return doc
      // A document that appears also changes the files whose links have been waiting for it.
      const isShared = !before || isDifferent
      if (!isRun || isShared) await note(req, doc.id, isShared)
      return doc
    },
    afterDelete: async ({ id, req }) => {
      if (req.context[linksResolvedLater] !== true) await note(req, id, false)
    },
  }
}
