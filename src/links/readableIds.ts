import DataLoader from 'dataloader'
import type { CollectionSlug, PayloadRequest } from 'payload'

import type { DocumentId } from '../documents/documents.ts'

type Loader = DataLoader<DocumentId, boolean>

const loaders = new WeakMap<PayloadRequest, Map<CollectionSlug, Loader>>()

const createLoader = (req: PayloadRequest, collection: CollectionSlug): Loader =>
  new DataLoader(
    async (ids) => {
      const found = await req.payload.find({
        collection,
        depth: 0,
        limit: 0,
        overrideAccess: false,
        pagination: false,
        req,
        select: {},
        sort: 'id',
        where: { id: { in: [...ids] } },
      })
      const readable = new Set<DocumentId>(found.docs.map(({ id }) => id))
      return ids.map((id) => readable.has(id))
    },
    { maxBatchSize: 500 },
  )

/**
 * Which documents of a collection the author of a request may read, in the given order. Concurrent questions of a
 * request become a single query.
 */
export const readableIds = async (
  req: PayloadRequest,
  collection: CollectionSlug,
  ids: readonly DocumentId[],
): Promise<DocumentId[]> => {
  const ofRequest = loaders.get(req) ?? new Map<CollectionSlug, Loader>()
  loaders.set(req, ofRequest)
  const loader = ofRequest.get(collection) ?? createLoader(req, collection)
  ofRequest.set(collection, loader)
  const readable = await Promise.all(ids.map((id) => loader.load(id)))
  return ids.filter((_, index) => readable[index])
}
