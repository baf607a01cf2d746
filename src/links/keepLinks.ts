import type { PayloadRequest } from 'payload'

import type { DocumentId } from '../documents/documents.ts'
import { latestDraft } from '../drafts/latestDraft.ts'
import { rowsOf } from '../documents/rows.ts'
import { linkIndexOf } from './linkIndex.ts'
import { type LinkFields, linkRows } from './linkRows.ts'

/** Updates the index of links for a document from its row and its newer draft in the database. */
export const keepLinks = async (req: PayloadRequest, fields: LinkFields, id: DocumentId): Promise<void> => {
  const { collection, field, unresolved } = fields
  const [row] = await rowsOf(req.payload).find({
    collection,
    limit: 1,
    req,
    select: { [field]: true, [unresolved]: true },
    where: { id: { equals: id } },
  })
  const draft = await latestDraft(req, collection, id, [field, unresolved])
  await linkIndexOf(req.payload, collection, req).setAll(new Map([[id, linkRows(fields, { row, draft })]]))
}
