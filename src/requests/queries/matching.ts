import {
  type CollectionSlug,
  type PayloadRequest,
  type SanitizedCollectionConfig,
  validateQueryPaths,
  type Where,
} from 'payload'

import { type DocumentId, idOf, isRecord } from '../../documents/documents.ts'
import { ForbiddenError } from '../../documents/RefusalError.ts'
import { rowsOf } from '../../documents/rows.ts'
import { refuse } from './conditionsOf.ts'

/** The request, and how many documents of other collections the filter may still match. */
export type Asking = { req: PayloadRequest; left: number; draft?: boolean }

// The limit of a single SQLite statement, with room for the rest of a filter.
export const maxMatches = 10_000

export const configOf = ({ req }: Asking, collection: CollectionSlug): SanitizedCollectionConfig =>
  req.payload.collections[collection].config

/** What the user may read of a collection: everything (true), or what a filter matches. Throws Forbidden if nothing. */
export const readableOf = async (asking: Asking, collection: CollectionSlug): Promise<true | Where> => {
  const { req } = asking
  const access = await configOf(asking, collection).access.read({ req })
  if (access === false) throw new ForbiddenError(req.t)
  return access
}

/** Counts the documents that a filter matches on its way; refuses a filter that matches too many. */
export const meet = (asking: Asking, path: string, ids: DocumentId[]): DocumentId[] => {
  asking.left -= ids.length
  if (asking.left < 0)
    refuse(`The filter by ${path} goes through more than ${maxMatches} documents: narrow it down.`)
  return ids
}

/** Combines a filter with what the user may read; validates the filter as Payload does. */
const readable = async (asking: Asking, collection: CollectionSlug, where: Where): Promise<Where> => {
  const access = await readableOf(asking, collection)
  const collectionConfig = configOf(asking, collection)
  await validateQueryPaths({ collectionConfig, overrideAccess: false, req: asking.req, where })
  return access === true ? where : { and: [where, access] }
}

/** Refuses a path that the user may not filter by, as Payload does. */
export const checkPath = (asking: Asking, collection: CollectionSlug, path: string): Promise<void> =>
  validateQueryPaths({
    collectionConfig: configOf(asking, collection),
    overrideAccess: false,
    req: asking.req,
    where: { [path]: { exists: true } },
  })

/** The ids of the documents of a collection that match a filter and that the user may read. */
export const matchingIds = async (
  asking: Asking,
  collection: CollectionSlug,
  where: Where,
  path: string,
): Promise<DocumentId[]> => {
  const rows = await rowsOf(asking.req.payload).find({
    collection,
    limit: asking.left + 1,
    req: asking.req,
    select: {},
    where: await readable(asking, collection, where),
  })
  return meet(
    asking,
    path,
    rows.map(({ id }) => id),
  )
}

/** The distinct ids in a relationship of such documents. */
export const namedIds = async (
  asking: Asking,
  collection: CollectionSlug,
  where: Where,
  { on, path }: { on: string; path: string },
): Promise<DocumentId[]> => {
  const { req } = asking
  const found = await req.payload.db.findDistinct({
    collection,
    field: on,
    req,
    where: await readable(asking, collection, where),
  })
  const ids = found.values.flatMap((row) => {
    const id = isRecord(row) ? idOf(row[on]) : undefined
    return id === undefined ? [] : [id]
  })
  return meet(asking, path, ids)
}
