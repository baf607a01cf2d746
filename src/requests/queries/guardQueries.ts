import type {
  CollectionAfterOperationHook,
  CollectionBeforeOperationHook,
  CollectionSlug,
  SanitizedCollectionConfig,
} from 'payload'

import { isRecord } from '../../documents/documents.ts'
import { checkSort } from './checkSort.ts'
import { conditionsOf, isWhere, refuse } from './conditionsOf.ts'
import { type Asking, maxMatches } from './matching.ts'
import { resolveRelations } from './resolveRelations.ts'

const furthestPage = 1_000_000_000

const page = (value: unknown): number | undefined => {
  if (value === undefined || value === null) return undefined
  return typeof value === 'number' && value >= 1 ? Math.min(Math.floor(value), furthestPage) : 1
}

const limit = (value: unknown): number | undefined =>
  typeof value === 'number' && Number.isFinite(value) && value >= 0 ? Math.ceil(value) : undefined

const depth = (value: unknown): number | undefined =>
  typeof value === 'number' && !Number.isNaN(value) ? value : undefined

const numbers = { depth, limit, page }

/** The numbers of a request in the range that databases accept; invalid ones are ignored. */
const inRange = (given: object): Record<string, number | undefined> => {
  const values = new Map<string, unknown>(Object.entries(given))
  return Object.fromEntries(
    Object.entries(numbers).flatMap(([name, fit]) =>
      values.has(name) ? [[name, fit(values.get(name))]] : [],
    ),
  )
}

const resolved = async (asking: Asking, collection: CollectionSlug, where: unknown): Promise<unknown> => {
  if (where === undefined || where === null || where === '') return undefined
  if (!isWhere(where)) return conditionsOf(where)
  return resolveRelations(asking, collection, where)
}

const guardedJoins = async (
  asking: Asking,
  config: SanitizedCollectionConfig,
  joins: unknown,
): Promise<unknown> => {
  if (!isRecord(joins)) return joins === false ? joins : undefined
  const guarded: Record<string, unknown> = {}
  for (const { field, joinPath } of Object.values(config.joins).flat()) {
    const join = joins[joinPath]
    if (typeof field.collection !== 'string' || !isRecord(join)) {
      if (join === false) guarded[joinPath] = false
      continue
    }
    await checkSort(asking, field.collection, join.sort, true)
    const where = await resolved(asking, field.collection, join.where)
    guarded[joinPath] = { ...join, ...inRange(join), where }
  }
  return { ...joins, ...guarded }
}

/**
 * Makes queries of a collection safe to answer: filters through relationships match only what the user may read of the
 * related documents, on every database; sort orders through relationships are refused if they would reveal more; and
 * queries that no database can process are refused with status 400. The program's own reads override access and are not
 * checked.
 */
export const guardQueries: CollectionBeforeOperationHook = async ({
  args,
  collection,
  overrideAccess,
  req,
}) => {
  if (overrideAccess) return args
  const { slug } = collection
  if ('data' in args && args.data && typeof args.data !== 'object')
    refuse('The body is JSON, but not an object.')
  const draft = 'draft' in args && typeof args.draft === 'boolean' ? { draft: args.draft } : {}
  const asking: Asking = { req, left: maxMatches, ...draft }
  if ('sort' in args) await checkSort(asking, slug, args.sort)
  const where = 'where' in args ? { where: await resolved(asking, slug, args.where) } : {}
  const joins = 'joins' in args ? { joins: await guardedJoins(asking, collection, args.joins) } : {}
  const guarded: Record<string, unknown> = { ...inRange(args), ...where, ...joins }
  return Object.assign({ ...args }, guarded)
}

/** GraphQL returns a join without documents as its count alone, and fails if a query also asks for the documents. */
export const completeCounts: CollectionAfterOperationHook = ({ operation, req, result }) =>
  operation === 'count' && req.payloadAPI === 'GraphQL'
    ? Object.assign({ ...result }, { docs: [], hasNextPage: false })
    : result
