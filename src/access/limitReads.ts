import type { CollectionBeforeOperationHook } from 'payload'

import { isRecord } from '../documents/documents.ts'

const limited = (limit: unknown, most: number): number =>
  typeof limit === 'number' && limit > 0 ? Math.min(limit, most) : most

const limitedJoins = (joins: unknown, most: number): unknown => {
  if (!isRecord(joins)) return joins
  return Object.fromEntries(
    Object.entries(joins).map(([path, join]) => [
      path,
      isRecord(join) && join.limit !== undefined ? { ...join, limit: limited(join.limit, most) } : join,
    ]),
  )
}

/**
 * Limits how many documents a REST or GraphQL request gets per page of a list; also if it asks for `limit=0`, which
 * Payload takes for all. The program's own reads specify `overrideAccess` and are not limited.
 */
export const limitReads =
  (most: number): CollectionBeforeOperationHook =>
  ({ args, operation }) => {
    const isFromOutside = operation === 'read' && !('overrideAccess' in args)
    if (!isFromOutside) return args
    const joins = 'joins' in args ? { joins: limitedJoins(args.joins, most) } : {}
    if (!('limit' in args)) return { ...args, ...joins }
    return { ...args, ...joins, limit: limited(args.limit, most), pagination: true }
  }
