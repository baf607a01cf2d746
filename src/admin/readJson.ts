import { isRecord } from './isRecord.ts'

type Json = Record<string, unknown>

/** A text of a JSON object, or an empty text. */
export const textIn = (row: Json, name: string): string => (typeof row[name] === 'string' ? row[name] : '')

/** A number of a JSON object, or undefined. */
export const numberIn = (row: Json, name: string): number | undefined =>
  typeof row[name] === 'number' && Number.isFinite(row[name]) ? row[name] : undefined

/** The objects in a list of a JSON object. */
export const recordsIn = (row: Json, name: string): Json[] =>
  Array.isArray(row[name]) ? row[name].filter(isRecord) : []

/** The numbers of an object within a JSON object, in order. */
export const countsIn = (row: Json, name: string): [name: string, count: number][] =>
  Object.entries(isRecord(row[name]) && !Array.isArray(row[name]) ? row[name] : {}).flatMap(
    ([key, count]): [string, number][] => (typeof count === 'number' ? [[key, count]] : []),
  )
