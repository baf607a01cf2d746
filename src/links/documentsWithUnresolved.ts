import type { PayloadRequest } from 'payload'

import type { DocumentId } from '../store/documents.ts'
import { rowsOf } from '../store/rows.ts'
import type { LinkFields } from './rewriteLinks.ts'

/** Ids of the documents that wait for a url, in their row or in their latest draft. */
export const documentsWithUnresolved = async (
  req: PayloadRequest,
  { collection, unresolved }: LinkFields,
  url: string,
): Promise<DocumentId[]> => {
  const rows = rowsOf(req.payload)
  const waiting = await rows.find({ collection, req, where: { [`${unresolved}.url`]: { equals: url } } })
  const drafts = await rows.findVersions({
    collection,
    req,
    where: { and: [{ [`version.${unresolved}.url`]: { equals: url } }, { latest: { equals: true } }] },
  })
  return [...new Set([...waiting.map(({ id }) => id), ...drafts.map(({ parent }) => parent)])]
}
