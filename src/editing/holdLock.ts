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

/** Who is editing a document: the owner of its newest lock, else who is saving it. */
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
  // Only now: a request has another context after Payload was asked for something.
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
 * Lets a document that is saved in the background stay locked for who is editing it. Payload lifts the lock with every
 * save, so that with autosave there would be none as soon as the editor stops to think. It ends when the form is left,
 * with a save by hand, or after Payload's time without a change.
 */
export const holdLock = { beforeOperation, afterChange }
