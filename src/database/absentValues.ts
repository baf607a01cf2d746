type Filter = Record<string, unknown>
type IsDate = (path: string) => boolean

const isFilter = (value: unknown): value is Filter =>
  typeof value === 'object' && value !== null && Object.getPrototypeOf(value) === Object.prototype

// Payload asks for `$exists: false`, for null, and for an empty text, which a date cannot be.
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
 * Says in one condition what Payload says in an `$or` of several, for a value that is missing or null: MongoDB takes null
 * for both. An `$or` makes it read all documents and sort them where one condition lets it walk an index in its order. The
 * filter finds the same documents. `isDate` tells which paths hold dates.
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
