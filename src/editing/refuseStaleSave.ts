import { isDeepStrictEqual } from 'node:util'

import type { CollectionAfterChangeHook, CollectionBeforeValidateHook, PayloadRequest, Where } from 'payload'

import type { DocumentId, StoredDocument } from '../documents/documents.ts'
import { RefusalError } from '../documents/RefusalError.ts'
import { rowsOf } from '../documents/rows.ts'
import { translate } from '../translations/translate.ts'
import { type EditingBase, takeEditingBase } from './editingBase.ts'
import { rememberSave, wasSavedBy } from './lastSaves.ts'

type Data = StoredDocument
type Target = { req: PayloadRequest; collection: string; id: DocumentId }

const sessionKey = (collection: string): string => `answerbook:editing-session:${collection}`

const notContent = new Set(['id', '_status', 'createdAt', 'updatedAt'])

const contentOf = (version: Record<string, unknown>): Record<string, unknown> =>
  Object.fromEntries(Object.entries(version).filter(([name]) => !notContent.has(name)))

/** Whether only the status has changed since, as by a scheduled job. */
const hasSameContent = async ({ req, collection, id }: Target, updatedAt: string): Promise<boolean> => {
  const contentWhere = async (which: Where) => {
    const where = { and: [{ parent: { equals: id } }, which] }
    const [version] = await rowsOf(req.payload).findVersions({ collection, limit: 1, req, where })
    return version && contentOf(version.version)
  }
  const latest = await contentWhere({ latest: { equals: true } })
  const base = await contentWhere({ 'version.updatedAt': { equals: updatedAt } })
  return latest !== undefined && isDeepStrictEqual(latest, base)
}

const isStale = async (
  target: Target,
  latest: unknown,
  { session, updatedAt }: EditingBase,
): Promise<boolean> => {
  if (updatedAt === undefined || typeof latest !== 'string' || updatedAt === latest) return false
  // A form may save again before it has received the response to its last save.
  if (session !== undefined && wasSavedBy(target.collection, target.id, { session, updatedAt: latest })) {
    return false
  }
  return !(await hasSameContent(target, updatedAt))
}

const beforeValidate: CollectionBeforeValidateHook<Data> = async ({
  collection,
  data,
  operation,
  originalDoc,
  req,
}) => {
  if (!data) return data
  const { fields, base } = takeEditingBase(data, req)
  req.context[sessionKey(collection.slug)] = base?.session
  if (operation !== 'update' || !base || !originalDoc) return fields
  const target = { req, collection: collection.slug, id: originalDoc.id }
  if (await isStale(target, originalDoc.updatedAt, base)) {
    throw new RefusalError(translate(req, 'answerbook:messages:staleSave'), 409)
  }
  return fields
}

const afterChange: CollectionAfterChangeHook<Data> = ({ collection, doc, req }) => {
  const session = req.context[sessionKey(collection.slug)]
  if (typeof session === 'string' && typeof doc.updatedAt === 'string') {
    rememberSave(collection.slug, doc.id, { session, updatedAt: doc.updatedAt })
  }
  return doc
}

/**
 * Refuses a save that would overwrite what somebody else has saved since the document was read, with a 409 that says
 * what to do. Applies to admin forms, and to requests that send `_editing: { updatedAt }` with the time they read;
 * other saves are accepted as before. A form without `editingSession()` is identified by its user alone.
 * `beforeValidate` must be the first hook of its kind, since it removes `_editing` from the data.
 */
export const refuseStaleSave = { beforeValidate, afterChange }
