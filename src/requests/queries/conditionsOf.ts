import type { Where } from 'payload'

import { isRecord } from '../../documents/documents.ts'
import { RefusalError } from '../../documents/RefusalError.ts'

/** One question of a filter: a path, how it is compared, and with what. */
export type Condition = { path: string; operator: string; value: unknown }

/** Refuses a request that cannot be answered, with a sentence that says why: status 400. */
export const refuse = (sentence: string): never => {
  throw new RefusalError(sentence, 400)
}

// Databases read what is nested by recursion, and give up at a depth that no frontend comes near.
const maxDepth = 20
const maxConditions = 500

// Dates and ids of MongoDB are values.
const isPlain = (value: unknown): value is Record<string, unknown> => {
  if (!isRecord(value)) return false
  const prototype: unknown = Object.getPrototypeOf(value)
  return prototype === Object.prototype || prototype === null
}

/** Whether a key of a filter joins others, and the conditions that it joins. */
export const groupOf = (key: string, value: unknown): unknown[] | undefined =>
  ['and', 'or'].includes(key.toLowerCase()) && Array.isArray(value) ? value : undefined

/**
 * All conditions of a filter, in their order. Throws an error of status 400 where it is no filter: something else than
 * an object stands in the place of one, or it asks for more than a database can be asked.
 */
export const conditionsOf = (where: unknown, depth = 0): Condition[] => {
  if (!isPlain(where)) return refuse('The filter `where` cannot be understood: it is no object.')
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
