import type { PayloadRequest } from 'payload'

import type { DocumentId } from './documents.ts'
import { rowsOf } from './rows.ts'

/** The unfinished draft that lies on top of a document, as the database holds it; undefined where there is none. */
export const latestDraft = async (
  req: PayloadRequest,
  collection: string,
  id: DocumentId,
): Promise<Record<string, unknown> | undefined> => {
  const [latest] = await rowsOf(req.payload).findVersions({
    collection,
    limit: 1,
    req,
    where: { and: [{ parent: { equals: id } }, { latest: { equals: true } }] },
  })
  return latest?.version._status === 'draft' ? latest.version : undefined
}
