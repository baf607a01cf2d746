import { setImmediate as turn } from 'node:timers/promises'

/** The most similar other set, how similar it is, and how many are similar enough. */
export type Similar = { to: number; similarity: number; count: number }

const setsPerTurn = 500

/** The least whole number that is not smaller; products such as 0.8 × 35 are a little more than they should be. */
const atLeast = (number: number): number => Math.ceil(number - 1e-9)

/** Sets as sorted numbers, the rarest items first, and the number of all items. */
const ranked = (sets: readonly ReadonlySet<string>[]): { lists: number[][]; items: number } => {
  const frequencies = new Map<string, number>()
  for (const set of sets) for (const item of set) frequencies.set(item, (frequencies.get(item) ?? 0) + 1)
  const byRarity = [...frequencies].sort(([a, often], [b, oftener]) => often - oftener || (a < b ? -1 : 1))
  const ranks = new Map(byRarity.map(([item], rank) => [item, rank]))
  const lists = sets.map((set) => [...set].map((item) => ranks.get(item) ?? 0).sort((a, b) => a - b))
  return { lists, items: ranks.size }
}

/** The number of items that two sorted lists share; stops, with any number below `wanted`, once it cannot reach that. */
const sharedItems = (one: readonly number[], other: readonly number[], wanted: number): number => {
  let [at, otherAt, shared] = [0, 0, 0]
  while (at < one.length && otherAt < other.length) {
    if (shared + Math.min(one.length - at, other.length - otherAt) < wanted) return shared
    const [item = 0, otherItem = 0] = [one[at], other[otherAt]]
    if (item === otherItem) shared += 1
    if (item <= otherItem) at += 1
    if (otherItem <= item) otherAt += 1
  }
  return shared
}

/** Sets by a number that stands for items of theirs. */
type Index = Map<number, number[]>

const add = (index: Index, key: number, set: number): void => {
  const known = index.get(key)
  if (known) known.push(set)
  else index.set(key, [set])
}

/** A number for each pair of items of a list; `items` is the number of all items. */
const pairsOf = (list: readonly number[], items: number): number[] =>
  list.flatMap((item, at) => list.slice(at + 1).map((other) => item * items + other))

/**
 * Finds all sets that are similar to another one: the items of both are at least the share `least` (0 to 1) of the items of
 * either (the Jaccard index). Exact, and fast for sets with rare items: two sets that share n items share one of their rarest
 * items, if those are all but n - 1, and two of them, if those are all but n - 2. Only sets that share two are compared. After
 * Bayardo, Ma and Srikant, Scaling Up All Pairs Similarity Search, 2007, and Wang, Li and Feng, Can We Beat the Prefix
 * Filtering?, 2012.
 */
export const similarSets = async (
  sets: readonly ReadonlySet<string>[],
  least: number,
): Promise<Map<number, Similar>> => {
  const { items, lists } = ranked(sets)
  const found = new Map<number, Similar>()
  const note = (set: number, to: number, similarity: number): void => {
    const known = found.get(set)
    if (!known) found.set(set, { to, similarity, count: 1 })
    else {
      known.count += 1
      if (similarity > known.similarity) Object.assign(known, { to, similarity })
    }
  }
  const compare = (set: number, other: number): void => {
    const [list, otherList] = [lists[set] ?? [], lists[other] ?? []]
    const sizes = list.length + otherList.length
    const wanted = atLeast((least / (1 + least)) * sizes)
    const shared = sharedItems(list, otherList, wanted)
    if (shared < wanted) return
    const similarity = shared / (sizes - shared)
    note(set, other, similarity)
    note(other, set, similarity)
  }
  const bySingle: Index = new Map()
  const byPair: Index = new Map()
  const bySize = [...lists.keys()].sort((a, b) => (lists[a]?.length ?? 0) - (lists[b]?.length ?? 0) || a - b)
  // The smaller sets come first, so that each set is compared with those that are not larger.
  for (const [at, set] of bySize.entries()) {
    if (at % setsPerTurn === 0) await turn()
    const list = lists[set] ?? []
    // The number of items that any set of at least this size must share with it.
    const fewest = Math.max(1, atLeast(least * list.length))
    const pairs = pairsOf(list.slice(0, list.length - fewest + 2), items)
    const candidates = new Set<number>()
    // One item is enough only for small sets, or for little similarity.
    const isSingle = fewest < 2
    for (const key of isSingle ? list : pairs)
      for (const other of (isSingle ? bySingle : byPair).get(key) ?? [])
        if ((lists[other]?.length ?? 0) >= fewest) candidates.add(other)
    for (const other of candidates) compare(set, other)
    if (isSingle) for (const item of list) add(bySingle, item, set)
    for (const key of pairs) add(byPair, key, set)
  }
  return found
}
