import {
  type CollectionAfterChangeHook,
  type CollectionBeforeOperationHook,
  type CollectionBeforeValidateHook,
  isolateObjectProperty,
} from 'payload'

import { type DocumentId, documentsOf, isRecord, type StoredDocument } from '../documents/documents.ts'
import { inLocale, localeOfRequest } from '../documents/inLocale.ts'
import { rowsOf } from '../documents/rows.ts'
import { keepOtherLocales } from './keepOtherLocales.ts'
import { latestDraft } from './latestDraft.ts'
import { submittedChanges, withChanges } from './submittedChanges.ts'

type Data = StoredDocument
type Values = Record<string, unknown>

/** Kept until after a save: the draft to save again, and the row and the draft before the save, in all locales. */
type Kept = { data: Values; before: { draft: Values; row: Values } }

const isKept = (value: unknown): value is Kept =>
  isRecord(value) && isRecord(value.data) && isRecord(value.before)

const submittedKey = (collection: string): string => `answerbook:submitted:${collection}`
const draftKey = (collection: string, id: DocumentId): string => `answerbook:draft-on-top:${collection}:${id}`

// Properties of a row that a save must not send back.
const withoutBookkeeping = ({
  id: _id,
  createdAt: _createdAt,
  updatedAt: _updatedAt,
  ...fields
}: Values): Values => fields

/**
 * A save of some fields that does not mention drafts, and so is meant for the published state. Payload would apply it
 * to the newest draft instead (payload#13267).
 */
const isPartial = (submitted: Values): boolean =>
  submitted._status === undefined || ('deletedAt' in submitted && submitted._status === 'published')

/** A save of a whole published document, which only says in addition that it is not in the trash. */
const isWhole = (submitted: Values, original: Values): boolean =>
  submitted._status !== undefined && !submitted.deletedAt && !original.deletedAt

const beforeOperation: CollectionBeforeOperationHook = ({ args, collection, operation, req }) => {
  if (operation !== 'update' && operation !== 'restoreVersion') return args
  const isDraft = 'draft' in args && args.draft === true
  const submitted = operation === 'update' && 'data' in args && isRecord(args.data) ? args.data : undefined
  req.context[submittedKey(collection.slug)] =
    submitted && !isDraft && isPartial(submitted) ? { ...submitted } : undefined
  return args
}

const beforeValidate: CollectionBeforeValidateHook<Data> = async ({
  collection,
  data,
  operation,
  originalDoc,
  req,
}) => {
  const submitted = req.context[submittedKey(collection.slug)]
  if (operation !== 'update' || !data || !originalDoc || !isRecord(submitted)) return data
  if (isWhole(submitted, originalDoc)) return data
  const { id } = originalDoc
  const row = await rowsOf(req.payload).findById(collection.slug, id, req)
  const draft = row?._status === 'published' ? await latestDraft(req, collection.slug, id) : undefined
  if (!row || !draft) return data
  const fields = collection.flattenedFields
  const locale = localeOfRequest(req)
  const read = (values: Values): Values => inLocale(req.payload, collection.slug, values, locale)
  const changes = submittedChanges(fields, { submitted, data, original: originalDoc })
  const changed = (document: Values): Values => withoutBookkeeping(withChanges(fields, document, changes))
  req.context[draftKey(collection.slug, id)] = {
    data: { ...changed(read(draft)), _status: 'draft' },
    before: { draft, row },
  }
  return { id, ...changed(read(row)), _status: 'published' }
}

const afterChange: CollectionAfterChangeHook<Data> = async ({ collection, doc, req }) => {
  const key = draftKey(collection.slug, doc.id)
  const known = req.context[key]
  if (!isKept(known)) return doc
  req.context[key] = undefined
  const { before, data } = known
  const { id } = doc
  await keepOtherLocales(req, collection.slug, { before: before.row, id, state: 'published' })
  await documentsOf(req.payload).update({
    collection: collection.slug,
    id,
    data,
    draft: true,
    // A separate context: this save must not affect the other documents of a bulk update.
    req: isolateObjectProperty(req, 'context'),
    trash: true,
  })
  await keepOtherLocales(req, collection.slug, { before: before.draft, id, state: 'draft' })
  return doc
}

/**
 * Keeps an unfinished draft out of what readers see. Payload applies a partial update, a move to the trash and a
 * restore to the latest version, which may be a newer draft of a published document, and bulk operations discard the
 * draft. These hooks apply the change to the published row instead, and then save the draft again with the same change.
 */
export const keepDraftOnTop = { beforeOperation, beforeValidate, afterChange }
