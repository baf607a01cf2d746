import type { CollectionSlug, Where } from 'payload'

import { type DocumentId, isDocumentId } from '../../documents/documents.ts'
import { refuse } from './conditionsOf.ts'
import type { Asking } from './matching.ts'

/**
 * The ids among a value's members that a document can have in this database. Others are ids of nothing, which a database
 * need not even read: MongoDB refuses to compare with them.
 */
export const possibleIds = ({ req }: Asking, collection: CollectionSlug, value: unknown): DocumentId[] => {
  const isPossible = (id: DocumentId): boolean => {
    if (typeof id === 'number' || req.payload.collections[collection].customIDType) return true
    return req.payload.db.name === 'mongoose' ? /^[0-9a-f]{24}$/i.test(id) : /^[\w-]{1,64}$/.test(id)
  }
  const members: unknown[] = Array.isArray(value) ? value : [value]
  return members.filter(isDocumentId).filter(isPossible)
}

/** The members of a list, which clients also write with commas. */
export const listed = (value: unknown): unknown[] => {
  if (Array.isArray(value)) return value
  return typeof value === 'string' ? value.split(',') : [value]
}

/** A condition on ids that asks the database for nothing which no document can have. */
export const resolveId = (
  asking: Asking,
  collection: CollectionSlug,
  { operator, value }: { operator: string; value: unknown },
): Where => {
  const unchanged = { id: { [operator]: value } }
  if (operator === 'exists' || value === null) return unchanged
  if (operator === 'in' || operator === 'not_in')
    return { id: { [operator]: possibleIds(asking, collection, listed(value)) } }
  if (possibleIds(asking, collection, value).length > 0) return unchanged
  if (operator === 'not_equals') return { id: { exists: true } }
  if (operator === 'equals') return { id: { in: [] } }
  return refuse(`The filter by id takes an id with ${operator}.`)
}
