const ellipsis = '…'

const isRecord = (value: unknown): value is Record<string, unknown> =>
  typeof value === 'object' && value !== null && !Array.isArray(value)

const shown = (value: unknown): string => (value === undefined ? 'nothing' : JSON.stringify(value))

/**
 * The difference between an answer and the one that a page shows; undefined if there is none. On the page, `…` marks an
 * omission: as a value of any value, at the end of a text of its rest, at the end of a list of one or more items, and as
 * a key of other keys.
 */
export const mismatch = (shownValue: unknown, actual: unknown, at = 'answer'): string | undefined => {
  if (shownValue === ellipsis) return actual === undefined ? `${at} is missing` : undefined
  if (typeof shownValue === 'string' && shownValue.endsWith(ellipsis)) {
    const start = shownValue.slice(0, -ellipsis.length)
    return typeof actual === 'string' && actual.startsWith(start) && actual.length > start.length
      ? undefined
      : `${at} is ${shown(actual)} and does not go on from ${shown(start)}`
  }
  if (Array.isArray(shownValue)) return listMismatch(shownValue, actual, at)
  if (isRecord(shownValue)) return recordMismatch(shownValue, actual, at)
  return shownValue === actual
    ? undefined
    : `${at} is ${shown(actual)}, and the page shows ${shown(shownValue)}`
}

// In a list of its own, `["…"]`, it is a single omitted item.
const isOpen = (list: readonly unknown[]): boolean => list.length > 1 && list.at(-1) === ellipsis

const listMismatch = (list: readonly unknown[], actual: unknown, at: string): string | undefined => {
  if (!Array.isArray(actual)) return `${at} is no list: ${shown(actual)}`
  const items = isOpen(list) ? list.slice(0, -1) : list
  const fits = isOpen(list) ? actual.length > items.length : actual.length === items.length
  if (!fits) return `${at} has ${actual.length} items, and the page shows ${items.length}`
  return firstOf(items.map((item, index) => mismatch(item, actual[index], `${at}[${index}]`)))
}

const recordMismatch = (record: Record<string, unknown>, actual: unknown, at: string): string | undefined => {
  if (!isRecord(actual)) return `${at} is no object: ${shown(actual)}`
  const { [ellipsis]: more, ...named } = record
  const others = Object.keys(actual).filter((key) => !Object.hasOwn(named, key))
  if (more === undefined && others.length > 0) return `${at} also has ${others.join(', ')}`
  return firstOf(Object.entries(named).map(([key, value]) => mismatch(value, actual[key], `${at}.${key}`)))
}

const firstOf = (found: (string | undefined)[]): string | undefined => found.find((one) => one !== undefined)
