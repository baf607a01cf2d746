import type { CollectionBeforeDeleteHook } from 'payload'

import { documentsOf } from '../documents/documents.ts'
import { RefusalError } from '../documents/RefusalError.ts'
import { rowsOf } from '../documents/rows.ts'

/**
 * Refuses to delete a document that others of a collection still point to by a field, in their rows or in drafts on
 * top, and says how many.
 */
export const refuseDeletingUsed =
  ({ collection, field }: { collection: string; field: string }): CollectionBeforeDeleteHook =>
  async ({ id, req }) => {
    const used = await documentsOf(req.payload).count({
      collection,
      req,
      trash: true,
      where: { [field]: { equals: id } },
    })
    const drafts = await rowsOf(req.payload).countVersions({
      collection,
      req,
      where: { and: [{ [`version.${field}`]: { equals: id } }, { latest: { equals: true } }] },
    })
    const total = Math.max(used, drafts)
    if (total === 0) return
    const which = total === 1 ? `1 of the ${collection} is` : `${total} ${collection} are`
    throw new RefusalError(
      `${which} filed here, drafts and the trash included. Move or delete them first.`,
      409,
    )
  }
