import type {
  CollectionAfterChangeHook,
  CollectionBeforeOperationHook,
  PayloadRequest,
  SanitizedCollectionConfig,
} from 'payload'

import {
  type DocumentId,
  documentsOf,
  isDocumentId,
  isRecord,
  type StoredDocument,
} from '../documents/documents.ts'

const locks = 'payload-locked-documents'

const heldKey = ({ slug }: SanitizedCollectionConfig): string => `answerbook:held-lock:${slug}`

const hasLocks = ({ lockDocuments }: SanitizedCollectionConfig, { payload, user }: PayloadRequest): boolean =>
  lockDocuments !== false && user !== null && locks in payload.collections

/** The user who is editing a document: the owner of its newest lock, or else whoever is saving it. */
const ownerOf = async (collection: string, id: DocumentId, req: PayloadRequest): Promise<unknown> => {
  const about = { 'document.relationTo': { equals: collection }, 'document.value': { equals: id } }
  const [lock] = await documentsOf(req.payload).find({
    collection: locks,
    limit: 1,
    overrideAccess: false,
    req,
    sort: '-updatedAt',
    where: about,
  })
  return lock?.user ?? { relationTo: req.user?.collection, value: req.user?.id }
}

const beforeOperation: CollectionBeforeOperationHook = async ({ args, collection, operation, req }) => {
  if (operation !== 'update') return args
  const isAutosave = 'autosave' in args && args.autosave === true
  const id = 'id' in args && isDocumentId(args.id) ? args.id : undefined
  const isHeld = isAutosave && id !== undefined && hasLocks(collection, req)
  const owner = isHeld ? await ownerOf(collection.slug, id, req) : undefined
  // Only now: after a call to Payload, a request has another context object.
  req.context[heldKey(collection)] = owner
  return args
}

const afterChange: CollectionAfterChangeHook<StoredDocument> = async ({ collection, doc, req }) => {
  const user = req.context[heldKey(collection)]
  if (isRecord(user)) {
    await documentsOf(req.payload).create({
      collection: locks,
      data: { document: { relationTo: collection.slug, value: doc.id }, user },
      overrideAccess: false,
      req,
    })
  }
  return doc
}

/**
 * Keeps a document locked for its editor while it is saved in the background. Payload removes the lock with every save
 * (payload#11604), so that with autosave there would be no lock as soon as the editor pauses. The lock ends when the
 * form is left, on a manual save, or after Payload's timeout without a change.
 */
export const holdLock = { beforeOperation, afterChange }
