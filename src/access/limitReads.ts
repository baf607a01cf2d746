import type { CollectionBeforeOperationHook } from 'payload'

import { allowsBulk } from '../documents/bulkHooks.ts'
import { isRecord } from '../documents/documents.ts'

const limited = (limit: unknown, max: number): number =>
  typeof limit === 'number' && limit > 0 ? Math.min(limit, max) : max

const limitedJoins = (joins: unknown, max: number): unknown => {
  if (!isRecord(joins)) return joins
  return Object.fromEntries(
    Object.entries(joins).map(([path, join]) => [
      path,
      isRecord(join) && join.limit !== undefined ? { ...join, limit: limited(join.limit, max) } : join,
    ]),
  )
}

/**
 * Limits how many documents a REST or GraphQL request gets per page of a list; also if it asks for `limit=0`, which
 * Payload takes for all. The program's own reads specify `overrideAccess` and are not limited.
 */
export const limitReads = (max: number): CollectionBeforeOperationHook =>
  allowsBulk(({ args, operation }) => {
    const isFromOutside = operation === 'read' && !('overrideAccess' in args)
    if (!isFromOutside) return args
    const joins = 'joins' in args ? { joins: limitedJoins(args.joins, max) } : {}
    if (!('limit' in args)) return { ...args, ...joins }
    return { ...args, ...joins, limit: limited(args.limit, max), pagination: true }
  })
