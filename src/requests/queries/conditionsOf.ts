import type { Where } from 'payload'

import { isRecord } from '../../documents/documents.ts'
import { RefusalError } from '../../documents/RefusalError.ts'

/** One condition of a filter: a path, an operator, and a value. */
export type Condition = { path: string; operator: string; value: unknown }

/** Refuses a request with a message that gives the reason: status 400. */
export const refuse = (sentence: string): never => {
  throw new RefusalError(sentence, 400)
}

// Databases parse nested filters by recursion, and fail at a depth that no frontend comes close to.
const maxDepth = 20
const maxConditions = 500

// Dates and MongoDB ids count as values.
const isPlain = (value: unknown): value is Record<string, unknown> => {
  if (!isRecord(value)) return false
  const prototype: unknown = Object.getPrototypeOf(value)
  return prototype === Object.prototype || prototype === null
}

/** The conditions that a key of a filter combines; undefined for a key that does not combine conditions. */
export const groupOf = (key: string, value: unknown): unknown[] | undefined =>
  ['and', 'or'].includes(key.toLowerCase()) && Array.isArray(value) ? value : undefined

/**
 * All conditions of a filter, in order. Throws an error of status 400 if it is not a filter, because it contains
 * something other than an object, or if it exceeds what a database can process.
 */
export const conditionsOf = (where: unknown, depth = 0): Condition[] => {
  if (!isPlain(where)) return refuse('The filter `where` is invalid: it is not an object.')
  if (depth > maxDepth) return refuse(`The filter is nested more than ${maxDepth} deep.`)
  const conditions = Object.entries(where).flatMap(([path, value]) => {
    const group = groupOf(path, value)
    if (group) return group.flatMap((member) => conditionsOf(member, depth + 1))
    if (!isPlain(value)) return refuse(`The filter by ${path} is incomplete: write where[${path}][equals].`)
    return Object.entries(value).map(([operator, operand]) => ({ path, operator, value: operand }))
  })
  if (conditions.length > maxConditions)
    return refuse(`The filter has more than ${maxConditions} conditions: ask in several requests.`)
  return conditions
}

/** Whether a value is a filter already, as far as its shape goes. */
export const isWhere = (value: unknown): value is Where => isPlain(value)
