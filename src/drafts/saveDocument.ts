import { deepMergeWithSourceArrays, type PayloadRequest } from 'payload'

import { documentsOf, type StoredDocument } from '../documents/documents.ts'
import { inLocale, localeOfRequest } from '../documents/inLocale.ts'
import { keepOtherLocales } from './keepOtherLocales.ts'
import { latestDraft } from './latestDraft.ts'

const bookkeeping = new Set(['id', 'createdAt', 'updatedAt'])

/** The fields of a row in the form that a save accepts: without those that Payload maintains. */
const fieldsOf = (row: Record<string, unknown>): Record<string, unknown> =>
  Object.fromEntries(Object.entries(row).filter(([name]) => !bookkeeping.has(name)))

/**
 * Saves changes to the published state of a document, or to the row of an unpublished one, regardless of newer drafts.
 * Payload applies an update to the latest version, which may be a draft, so the complete row is sent, and a newer draft
 * is then saved again with the changes that `onDraft` returns for it. With localization, `row` contains the values of all
 * locales and `changes` those of the request's locale; the published values and drafts of other locales are preserved.
 */
export const saveDocument = async (
  req: PayloadRequest,
  collection: string,
  row: StoredDocument,
  changes: Record<string, unknown>,
  {
    hasDrafts,
    onDraft = () => ({}),
  }: {
    hasDrafts: boolean
    onDraft?: (draft: Record<string, unknown>) => Record<string, unknown> | Promise<Record<string, unknown>>
  },
): Promise<void> => {
  const documents = documentsOf(req.payload)
  const draft =
    hasDrafts && row._status === 'published' ? await latestDraft(req, collection, row.id) : undefined
  const locale = localeOfRequest(req)
  const read = (values: Record<string, unknown>) =>
    fieldsOf(inLocale(req.payload, collection, values, locale))
  const data: Record<string, unknown> = deepMergeWithSourceArrays(read(row), changes)
  await documents.update({ collection, id: row.id, data, req, trash: true })
  if (!draft) return
  await keepOtherLocales(req, collection, { before: row, id: row.id, state: 'published' })
  await documents.update({
    collection,
    id: row.id,
    data: { ...deepMergeWithSourceArrays(read(draft), await onDraft(draft)), _status: 'draft' },
    draft: true,
    req,
    trash: true,
  })
  await keepOtherLocales(req, collection, { before: draft, id: row.id, state: 'draft' })
}

/** Moves a document to the trash unchanged, including its newer draft; deletes it if the collection has no trash. */
export const trashDocument = async (
  req: PayloadRequest,
  collection: string,
  row: StoredDocument,
  capabilities: { hasDrafts: boolean; hasTrash: boolean },
): Promise<void> => {
  if (!capabilities.hasTrash) {
    await documentsOf(req.payload).delete({ collection, id: row.id, req })
    return
  }
  const deletedAt = new Date().toISOString()
  await saveDocument(
    req,
    collection,
    row,
    { deletedAt },
    { hasDrafts: capabilities.hasDrafts, onDraft: () => ({ deletedAt }) },
  )
}
