import { align } from '../preserve/align.ts'

/** How the items of three lists compare, and how one is merged that both sides have changed. */
export type Sequence<Item> = {
  isEqual: (a: Item, b: Item) => boolean
  /** How likely one item became another, from 0 to 1. Items below a third are not the same one. */
  likeness: (before: Item, after: Item) => number
  /** One item of what two sides have made of it; `undefined` for a conflict. */
  merge: (base: Item, ours: Item, theirs: Item) => Item | undefined
}

const minLikeness = 1 / 3

/** One side seen from the base: what each item became, and what was inserted before each, and at the end. */
type Side<Item> = { became: (Item | undefined)[]; inserted: Item[][] }

const sideOf = <Item>(base: readonly Item[], side: readonly Item[], sequence: Sequence<Item>): Side<Item> => {
  const { isEqual, likeness } = sequence
  const score = (before: number, after: number): number => {
    const [item, other] = [base[before], side[after]]
    if (item === undefined || other === undefined) return 0
    if (isEqual(item, other)) return 2
    const alike = likeness(item, other)
    return alike < minLikeness ? 0 : alike
  }
  const pairs = align(base.length, side.length, (before, after) => score(before, after) === 2, score)
  const became: Side<Item>['became'] = base.map(() => undefined)
  const inserted: Side<Item>['inserted'] = [...base, undefined].map(() => [])
  let [gap, next] = [0, 0]
  for (const [before, after] of pairs) {
    if (score(before, after) === 0) continue
    inserted[gap]?.push(...side.slice(next, after))
    became[before] = side[after]
    ;[gap, next] = [before + 1, after + 1]
  }
  inserted[gap]?.push(...side.slice(next))
  return { became, inserted }
}

const isSameRun = <Item>(a: readonly Item[], b: readonly Item[], { isEqual }: Sequence<Item>): boolean =>
  a.length === b.length &&
  a.every((item, at) => {
    const other = b[at]
    return other !== undefined && isEqual(item, other)
  })

/**
 * Merges two changed versions of a list by what each made of the base: items that one side changed, removed or inserted.
 * `undefined` for a conflict: an item that one side removed and the other changed, different insertions in one place, or
 * an item that `merge` cannot merge. The sides may be swapped.
 */
export const mergeSequences = <Item>(
  base: readonly Item[],
  ours: readonly Item[],
  theirs: readonly Item[],
  sequence: Sequence<Item>,
): Item[] | undefined => {
  const { isEqual, merge } = sequence
  const [left, right] = [sideOf(base, ours, sequence), sideOf(base, theirs, sequence)]
  const merged: Item[] = []
  for (let at = 0; at <= base.length; at += 1) {
    const [first = [], second = []] = [left.inserted[at], right.inserted[at]]
    if (first.length > 0 && second.length > 0 && !isSameRun(first, second, sequence)) return undefined
    merged.push(...(first.length > 0 ? first : second))
    const before = base[at]
    if (before === undefined) continue
    const [a, b] = [left.became[at], right.became[at]]
    if (a === undefined || b === undefined) {
      const rest = a ?? b
      if (rest !== undefined && !isEqual(rest, before)) return undefined
      continue
    }
    const one = isEqual(a, before) || isEqual(a, b) ? b : isEqual(b, before) ? a : merge(before, a, b)
    if (one === undefined) return undefined
    merged.push(one)
  }
  return merged
}
