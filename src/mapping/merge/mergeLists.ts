/**
 * Merges two changed versions of a list without repeats: what one side added or removed, and the order of the side that
 * changed it. Additions of both in one place follow each other, ours first. `undefined` for a conflict, which is when both
 * sides reordered what they have in common, each in its own way.
 */
export const mergeLists = <Item>(
  base: readonly Item[],
  ours: readonly Item[],
  theirs: readonly Item[],
  keyOf: (item: Item) => string,
): Item[] | undefined => {
  const [known, left, right] = [base, ours, theirs].map((items) => new Set(items.map(keyOf)))
  if (!known || !left || !right) return undefined
  const order = (items: readonly Item[]): string =>
    JSON.stringify(items.map(keyOf).filter((key) => known.has(key) && left.has(key) && right.has(key)))
  const isReordered = order(theirs) !== order(base)
  if (isReordered && order(ours) !== order(base) && order(ours) !== order(theirs)) return undefined
  const [first, second, inSecond] = isReordered ? [theirs, ours, left] : [ours, theirs, right]
  const inFirst = isReordered ? right : left
  const merged = first.filter((item) => !known.has(keyOf(item)) || inSecond.has(keyOf(item)))
  let after = -1
  for (const item of second) {
    const key = keyOf(item)
    const at = merged.findIndex((other) => keyOf(other) === key)
    if (at !== -1) after = at
    if (at !== -1 || known.has(key) || inFirst.has(key)) continue
    let place = after + 1
    // Behind what the other side has added here.
    while (place < merged.length && isNew(merged[place], known, keyOf)) place += 1
    merged.splice(place, 0, item)
    after = place
  }
  return merged
}

const isNew = <Item>(
  item: Item | undefined,
  known: ReadonlySet<string>,
  keyOf: (item: Item) => string,
): boolean => item !== undefined && !known.has(keyOf(item))
