import type { BaseDatabaseAdapter, CollectionSlug, Where } from 'payload'

import { type DocumentId, isDocumentId } from '../../documents/documents.ts'
import { refuse } from './conditionsOf.ts'
import type { Asking } from './matching.ts'

const shapes = {
  mongoose: /^[0-9a-f]{24}$/i,
  number: /^\d{1,9}$/,
  postgres: /^[0-9a-f]{8}(-[0-9a-f]{4}){3}-[0-9a-f]{12}$/i,
  text: /^[\w-]{1,64}$/,
}

const shapeIn = ({ defaultIDType, name }: Pick<BaseDatabaseAdapter, 'defaultIDType' | 'name'>): RegExp => {
  if (name === 'mongoose') return shapes.mongoose
  if (name !== 'postgres') return shapes.text
  return defaultIDType === 'number' ? shapes.number : shapes.postgres
}

/**
 * Filters a value to the ids that are possible in this database. No document can have any other id, and MongoDB and
 * Postgres refuse to compare with them.
 */
export const possibleIds = ({ req }: Asking, collection: CollectionSlug, value: unknown): DocumentId[] => {
  const isPossible = (id: DocumentId): boolean => {
    if (typeof id === 'number' || req.payload.collections[collection].customIDType) return true
    return shapeIn(req.payload.db).test(id)
  }
  const members: unknown[] = Array.isArray(value) ? value : [value]
  return members.filter(isDocumentId).filter(isPossible)
}

/** The elements of a list, which clients may also write with commas. */
export const listed = (value: unknown): unknown[] => {
  if (Array.isArray(value)) return value
  return typeof value === 'string' ? value.split(',') : [value]
}

/** A condition on ids, without those that no document can have. */
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
  return refuse(`The filter by id requires an id with ${operator}.`)
}
