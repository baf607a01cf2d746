import type { PayloadRequest } from 'payload'

import type { DocumentId } from '../documents/documents.ts'
import { rowsOf } from '../documents/rows.ts'

type Draft = Record<string, unknown>

/**
 * The newer drafts of some documents, as stored in the database, by document id: complete, or with the requested fields
 * and their status. Empty for collections without drafts.
 */
export const latestDrafts = async (
  req: PayloadRequest,
  collection: string,
  ids: readonly DocumentId[],
  fields?: readonly string[],
): Promise<Map<DocumentId, Draft>> => {
  if (ids.length === 0) return new Map()
  const chosen = Object.fromEntries((fields ?? []).map((name) => [name, true as const]))
  const latest = await rowsOf(req.payload).findVersions({
    collection,
    req,
    where: { and: [{ parent: { in: [...ids] } }, { latest: { equals: true } }] },
    ...(fields ? { select: { parent: true, version: { ...chosen, _status: true } } } : {}),
  })
  const unfinished = latest.filter(({ version }) => version._status === 'draft')
  return new Map(unfinished.map(({ parent, version }) => [parent, version]))
}

/** The newer draft of one document; undefined if there is none. */
export const latestDraft = async (
  req: PayloadRequest,
  collection: string,
  id: DocumentId,
  fields?: readonly string[],
): Promise<Draft | undefined> => (await latestDrafts(req, collection, [id], fields)).get(id)
