import type { CollectionBeforeDeleteHook } from 'payload'

import { documentsOf } from '../documents/documents.ts'
import { RefusalError } from '../documents/RefusalError.ts'
import { rowsOf } from '../documents/rows.ts'
import { counted, translate } from '../translations/translate.ts'

/**
 * Refuses to delete a document that documents of a collection still refer to by a field, in their rows or in newer
 * drafts, and says how many do.
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
    throw new RefusalError(
      translate(req, 'answerbook:messages:usedBy', counted(total, req.i18n.language)),
      409,
    )
  }
