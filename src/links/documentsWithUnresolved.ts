import type { PayloadRequest } from 'payload'

import type { DocumentId } from '../store/documents.ts'
import { rowsOf } from '../store/rows.ts'
import { unresolvedLinksOf } from './linkList.ts'
import type { LinkFields } from './rewriteLinks.ts'

/**
 * Ids of the documents that wait for a url, in their row or in their latest draft. Payload refuses a url as a value
 * in a query of JSON on SQL databases, so the few documents that wait for anything are read, their links alone.
 */
export const documentsWithUnresolved = async (
  req: PayloadRequest,
  { collection, unresolved }: LinkFields,
  url: string,
): Promise<DocumentId[]> => {
  const rows = rowsOf(req.payload)
  const isWaiting = (value: unknown): boolean => unresolvedLinksOf(value).some((link) => link.url === url)
  const waiting = await rows.find({
    collection,
    req,
    select: { [unresolved]: true },
    where: { [unresolved]: { exists: true } },
  })
  const drafts = await rows.findVersions({
    collection,
    req,
    select: { parent: true, version: { [unresolved]: true } },
    where: { and: [{ [`version.${unresolved}`]: { exists: true } }, { latest: { equals: true } }] },
  })
  return [
    ...new Set([
      ...waiting.filter((row) => isWaiting(row[unresolved])).map(({ id }) => id),
      ...drafts.filter(({ version }) => isWaiting(version[unresolved])).map(({ parent }) => parent),
    ]),
  ]
}
