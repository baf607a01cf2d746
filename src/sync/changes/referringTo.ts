import type { Payload, PayloadRequest } from 'payload'

import { collectionOf, type DocumentId } from '../../documents/documents.ts'
import { chunks } from '../../documents/pages.ts'
import { slugsOf } from '../../documents/registeredOptions.ts'
import { rowsOf } from '../../documents/rows.ts'
import { mappedFields } from '../../mapping/mappedFields.ts'
import type { Mapping } from '../../mapping/types.ts'

const idsAtOnce = 500

/** An id as the database stores it, from its text. */
export const typedId = (payload: Payload, collection: string, id: DocumentId): DocumentId => {
  const { customIDType } = payload.collections[collectionOf(payload, collection)]
  return (customIDType ?? payload.db.defaultIDType) === 'number' ? Number(id) : String(id)
}

const linkingToAny = async (
  payload: Payload,
  { collection }: Mapping,
  ids: readonly string[],
  req: PayloadRequest | undefined,
): Promise<string[]> => {
  const found: string[] = []
  for (const some of chunks(ids, idsAtOnce)) {
    const links = await rowsOf(payload).find({
      collection: slugsOf(payload).links,
      select: { from: true },
      where: { and: [{ relationTo: { equals: collection } }, { to: { in: some } }] },
      ...(req ? { req } : {}),
    })
    found.push(...links.map(({ from }) => String(from)))
  }
  return found
}

/**
 * Ids of the documents of a mapping whose files show something of another document: through a relation, a link, or a link
 * to a document with that relation. Includes drafts and the trash.
 */
export const referringTo = async (
  payload: Payload,
  mapping: Mapping,
  target: { collection: string; id: DocumentId },
  req?: PayloadRequest,
): Promise<string[]> => {
  const related: string[] = []
  const equals = typedId(payload, target.collection, target.id)
  const relations = mappedFields(mapping).filter(
    ({ codec }) => codec?.relation?.collection === target.collection,
  )
  for (const { path } of relations) {
    const rows = await rowsOf(payload).find({
      collection: mapping.collection,
      select: { updatedAt: true },
      where: { [path]: { equals } },
      ...(req ? { req } : {}),
    })
    related.push(...rows.map(({ id }) => String(id)))
  }
  const isShownByLinks = Object.values(mapping.links?.block ?? {}).some((shown) =>
    relations.some(({ path }) => shown.startsWith(`${path}.`)),
  )
  const targets = [
    ...(target.collection === mapping.collection ? [String(target.id)] : []),
    ...(isShownByLinks ? related : []),
  ]
  const linking = mapping.links ? await linkingToAny(payload, mapping, targets, req) : []
  return [...new Set([...related, ...linking])]
}
