import { dequal } from 'dequal'

/** A condition for the rows of one owner: `owner = value`, and possibly `other in (values)` with the same values for all. */
type OfOwner = { owner: object; value: unknown; other?: { column: object; values: unknown[] } }

/** The condition for the rows of several owners: rows of the other column's values only, if there is one. */
export type OfOwners = Omit<OfOwner, 'value'> & { owners: unknown[] }

type Part = string | { column: object } | { value: unknown } | { values: unknown[] }

const isObject = (chunk: unknown): chunk is object => typeof chunk === 'object' && chunk !== null

const isParameter = (chunk: unknown): chunk is { value: unknown; encoder: unknown } =>
  isObject(chunk) && 'encoder' in chunk && 'value' in chunk

/** The parts of a condition in their order, from what Drizzle makes of it; undefined for a part that is not known. */
const partsOf = (chunk: unknown): (Part | undefined)[] => {
  if (Array.isArray(chunk))
    return chunk.every(isParameter) ? [{ values: chunk.map(({ value }) => value) }] : [undefined]
  if (!isObject(chunk)) return [undefined]
  if (isParameter(chunk)) return [{ value: chunk.value }]
  if ('mapToDriverValue' in chunk) return [{ column: chunk }]
  if ('queryChunks' in chunk && Array.isArray(chunk.queryChunks)) return chunk.queryChunks.flatMap(partsOf)
  if (!('value' in chunk) || !Array.isArray(chunk.value)) return [undefined]
  const text = chunk.value.join('')
  return text === '' ? [] : [text]
}

const isOne = <Key extends string>(
  part: Part | undefined,
  key: Key,
): part is Extract<Part, Record<Key, unknown>> => isObject(part) && key in part

const parsed = (condition: unknown): OfOwner | undefined => {
  const parts = partsOf(condition)
  const [owner, equals, value, ...rest] =
    parts[0] === '(' && parts.at(-1) === ')' ? parts.slice(1, -1) : parts
  if (!isOne(owner, 'column') || equals !== ' = ' || !isOne(value, 'value')) return undefined
  const simple = { owner: owner.column, value: value.value }
  if (rest.length === 0) return simple
  const [and, other, isIn, values, ...more] = rest
  const isKnown = and === ' and ' && isIn === ' in ' && more.length === 0
  if (!isKnown || !isOne(other, 'column') || !isOne(values, 'values')) return undefined
  return { ...simple, other: { column: other.column, values: values.values } }
}

/**
 * The one condition that holds where one of several holds, of those by which Payload deletes the relationships or the array
 * rows of a document; undefined if they are others. Databases find the rows of a list of owners in an index, and Drizzle
 * builds a list many times faster than as many conditions.
 */
export const ofOwners = (conditions: readonly unknown[]): OfOwners | undefined => {
  const [first, ...others] = conditions.map(parsed)
  if (!first) return undefined
  const { value, ...same } = first
  const owners = [value]
  for (const one of others) {
    if (!one || one.owner !== same.owner || !dequal(one.other?.values, same.other?.values)) return undefined
    if (one.other?.column !== same.other?.column) return undefined
    owners.push(one.value)
  }
  return { ...same, owners }
}
