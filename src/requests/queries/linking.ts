import type { CollectionSlug, Where } from 'payload'

import { type DocumentId, documentsOf } from '../../documents/documents.ts'
import { type Asking, meet } from './matching.ts'

/** Where a condition stands: its collection, and whether another one asks the same relation to many. */
export type Place = { asking: Asking; collection: CollectionSlug; isRepeated: boolean }

/** A condition that a relation names one of some ids. */
export const among = (path: string, ids: readonly DocumentId[]): Where =>
  ids.length === 1 ? { [path]: { equals: ids[0] } } : { [path]: { in: [...ids] } }

/**
 * One of the ids is among those of a relation to many. SQLite would ask all conditions on one relation of the same link:
 * where there are several, each is answered by itself.
 */
export const amongMany = async (
  { asking, collection, isRepeated }: Place,
  path: string,
  ids: DocumentId[],
): Promise<Where> =>
  isRepeated ? { id: { in: await linking({ asking, collection }, path, ids) } } : among(path, ids)

/** The ids of the documents that link to one of some others. */
export const linking = async (
  { asking, collection }: Pick<Place, 'asking' | 'collection'>,
  path: string,
  ids: DocumentId[],
): Promise<DocumentId[]> => {
  const { draft, req } = asking
  const found = await documentsOf(req.payload).find({
    collection,
    limit: asking.left + 1,
    overrideAccess: false,
    req,
    select: {},
    trash: true,
    where: among(path, ids),
    ...(draft === undefined ? {} : { draft }),
  })
  return meet(
    asking,
    path,
    found.map(({ id }) => id),
  )
}
