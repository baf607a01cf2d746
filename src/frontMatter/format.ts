import type { FileFormat } from './types.ts'

const withoutNumber = (name: string): string => name.replace(/\d+$/, '')

/** The path of a key as the format names it: for a numbered block, by its prefix. */
const named = (key: string[]): string[] => {
  const [top, ...rest] = key
  return top !== undefined && rest.length > 0 ? [withoutNumber(top), ...rest] : key
}

/** Spaces by which everything inside a top-level key is indented, per level. */
export const stepOf = (format: FileFormat, key: string[]): number => {
  const top = key[0] ?? ''
  const own = (name: string): number | undefined =>
    Object.hasOwn(format.indents, name) ? format.indents[name] : undefined
  return own(top) ?? own(withoutNumber(top)) ?? format.indent
}

/** Whether the text of a key is always printed folded. */
export const isFolded = (format: FileFormat, key: string[]): boolean =>
  format.folded.includes(key.join('.')) || format.folded.includes(named(key).join('.'))

/** Names of the keys inside `parent` in the order of the format. A series of numbered blocks is listed by its prefix. */
export const orderIn = (format: FileFormat, parent: string[]): string[] => {
  const start = parent.length > 0 ? `${parent.join('.')}.` : ''
  const names = format.order
    .filter((key) => key.startsWith(start))
    .map((key) => key.slice(start.length).split('.')[0])
  return [...new Set(names.filter((name) => name !== undefined))]
}

/** The key next to which a new one is inserted: one that precedes or follows it in the order. */
export type NeighbourOf<Item> = { after: Item } | { before: Item } | undefined

/** Finds the neighbour of a new key among the existing ones: the last one before it in the order, or the next. */
export const neighbourOf = <Item>(
  items: readonly Item[],
  nameOf: (item: Item) => string,
  name: string,
  order: readonly string[],
): NeighbourOf<Item> => {
  const place = order.indexOf(name)
  if (place < 0) return undefined
  for (const candidate of order.slice(0, place).toReversed()) {
    const after = items.findLast((item) => isNamed(nameOf(item), candidate))
    if (after) return { after }
  }
  for (const candidate of order.slice(place + 1)) {
    const before = items.find((item) => isNamed(nameOf(item), candidate))
    if (before) return { before }
  }
  return undefined
}

/** Whether a name in the format's order refers to a key of the file. */
const isNamed = (key: string, name: string): boolean => key === name || withoutNumber(key) === name
