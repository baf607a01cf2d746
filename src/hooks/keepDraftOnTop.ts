import type { CollectionAfterChangeHook, CollectionBeforeOperationHook, CollectionBeforeValidateHook } from 'payload'

import { documentsOf, isRecord, type StoredDocument } from '../store/documents.ts'
import { rowsOf } from '../store/rows.ts'

type Data = StoredDocument

const submittedKey = 'answerbook:submitted'
const draftKey = (collection: string, id: string | number): string => `answerbook:draft-on-top:${collection}:${id}`

// What a row has and a save must not send back.
const withoutBookkeeping = ({ id: _id, createdAt: _createdAt, updatedAt: _updatedAt, ...fields }: Data): Record<string, unknown> =>
  fields

/** A save of some fields that says nothing of drafts, and so is meant for what is published. */
const isPartial = (submitted: Record<string, unknown>): boolean =>
  submitted._status === undefined || ('deletedAt' in submitted && submitted._status === 'published')

const beforeOperation: CollectionBeforeOperationHook = ({ args, context, operation, req }) => {
  if (operation !== 'update' || !('data' in args) || !isRecord(args.data)) return args
  const isDraft = 'draft' in args && args.draft === true
  const submitted = !isDraft && isPartial(args.data) ? { ...args.data } : undefined
  context[submittedKey] = submitted
  req.context[submittedKey] = submitted
  return args
}

const beforeValidate: CollectionBeforeValidateHook<Data> = async ({ collection, context, data, operation, originalDoc, req }) => {
  const submitted = context[submittedKey]
  if (operation !== 'update' || !originalDoc || originalDoc._status !== 'draft' || !isRecord(submitted)) return data
  const { id } = originalDoc
  const row = await rowsOf(req.payload).findById(collection.slug, id, req)
  if (row?._status !== 'published') return data
  context[draftKey(collection.slug, id)] = { ...withoutBookkeeping(originalDoc), ...submitted, _status: 'draft' }
  return { id, ...withoutBookkeeping(row), ...submitted, _status: 'published' }
}

const afterChange: CollectionAfterChangeHook<Data> = async ({ collection, context, doc, req }) => {
  const key = draftKey(collection.slug, doc.id)
  const draft = context[key]
  if (!isRecord(draft)) return doc
  context[key] = undefined
  context[submittedKey] = undefined
  req.context[submittedKey] = undefined
  await documentsOf(req.payload).update({
    collection: collection.slug,
    id: doc.id,
    data: draft,
    depth: 0,
    draft: true,
    req,
    trash: true,
  })
  return doc
}

/**
 * Keeps an unfinished draft out of what readers see. Payload applies a partial update, a move to the trash and a
 * restore to the latest version, which may be a draft on top of a published document. These hooks apply it to the
 * published row instead, and save the draft on top again, with the same change.
 */
export const keepDraftOnTop = { beforeOperation, beforeValidate, afterChange }
