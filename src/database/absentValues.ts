type Filter = Record<string, unknown>
type IsDate = (path: string) => boolean

const isFilter = (value: unknown): value is Filter =>
  typeof value === 'object' && value !== null && Object.getPrototypeOf(value) === Object.prototype

// Payload queries `$exists: false`, null and an empty text, which a date cannot be.
const absentPath = (branch: unknown, isDate: IsDate): string | undefined => {
  if (!isFilter(branch)) return undefined
  const [[path, condition] = ['', undefined], ...others] = Object.entries(branch)
  if (others.length > 0 || path.startsWith('$')) return undefined
  if (!isFilter(condition)) return condition === null ? path : undefined
  const [[operator, value] = ['', undefined], ...more] = Object.entries(condition)
  const isNothing = value === null || (value === '' && isDate(path))
  const isAbsent = operator === '$exists' ? value === false : operator === '$eq' && isNothing
  return isAbsent && more.length === 0 ? path : undefined
}

/**
 * Replaces an `$or` of Payload's for a missing or null value with a single condition: MongoDB matches both with null.
 * An `$or` makes it read and sort all documents, whereas one condition lets it walk an index in order. The filter
 * matches the same documents. `isDate` returns which paths hold dates.
 */
export const askOnceForAbsent = (filter: object, isDate: IsDate): object => {
  if (!isFilter(filter)) return filter
  const within = (value: unknown): unknown => {
    if (Array.isArray(value)) return value.map(within)
    return isFilter(value) ? askOnceForAbsent(value, isDate) : value
  }
  const { $or, ...rest } = filter
  const others = Object.fromEntries(Object.entries(rest).map(([key, value]) => [key, within(value)]))
  if (!Array.isArray($or)) return others
  const paths = new Set($or.map((branch) => absentPath(branch, isDate)))
  const [path] = paths
  const isOne = paths.size === 1 && path !== undefined && !(path in others)
  return isOne ? { ...others, [path]: null } : { ...others, $or: $or.map(within) }
}
