import type { CollectionSlug, Where } from 'payload'

import { type DocumentId, documentsOf } from '../../documents/documents.ts'
import { type Asking, meet } from './matching.ts'

/** The context of a condition: its collection, and whether another condition uses the same has-many relationship. */
export type Place = { asking: Asking; collection: CollectionSlug; isRepeated: boolean }

/** A condition that the value at a path is one of some ids. */
export const among = (path: string, ids: readonly DocumentId[]): Where =>
  ids.length === 1 ? { [path]: { equals: ids[0] } } : { [path]: { in: [...ids] } }

/**
 * A condition that a has-many relationship contains one of the ids. SQLite would apply all conditions on a relationship
 * to the same link: if there are several, each is resolved separately.
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
