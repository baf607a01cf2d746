import { APIError, type CollectionBeforeDeleteHook } from 'payload'

import { documentsOf } from '../store/documents.ts'

/** Refuses to delete a document that others of a collection still point to by a field, and says how many. */
export const refuseDeletingUsed =
  ({ collection, field }: { collection: string; field: string }): CollectionBeforeDeleteHook =>
  async ({ id, req }) => {
    const totalDocs = await documentsOf(req.payload).count({
      collection,
      req,
      trash: true,
      where: { [field]: { equals: id } },
    })
    if (totalDocs === 0) return
    throw new APIError(`${totalDocs} ${collection} are filed here, the trash included. Move or delete them first.`, 409)
  }
