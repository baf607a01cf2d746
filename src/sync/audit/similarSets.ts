import { setImmediate as turn } from 'node:timers/promises'

/** The most similar other set, how similar it is, and how many are similar enough. */
export type Similar = { to: number; similarity: number; count: number }

const setsPerTurn = 500

/** The least whole number that is not smaller; products such as 0.8 × 35 are a little more than they should be. */
const atLeast = (number: number): number => Math.ceil(number - 1e-9)

/** Sets as sorted numbers, the rarest items first: similar sets then share one of their first items. */
const ranked = (sets: readonly ReadonlySet<string>[]): number[][] => {
  const frequencies = new Map<string, number>()
  for (const set of sets) for (const item of set) frequencies.set(item, (frequencies.get(item) ?? 0) + 1)
  const byRarity = [...frequencies].sort(([a, often], [b, oftener]) => often - oftener || (a < b ? -1 : 1))
  const ranks = new Map(byRarity.map(([item], rank) => [item, rank]))
  return sets.map((set) => [...set].map((item) => ranks.get(item) ?? 0).sort((a, b) => a - b))
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

/**
 * Finds all sets that are similar to another one: the items of both are at least the share `least` (0 to 1) of the items of
 * either (the Jaccard index). Exact, and fast for sets with rare items: only sets that share one of their rarest items are
 * compared, as many as similar ones must share. After Bayardo, Ma and Srikant, Scaling Up All Pairs Similarity Search, 2007.
 */
export const similarSets = async (
  sets: readonly ReadonlySet<string>[],
  least: number,
): Promise<Map<number, Similar>> => {
  const lists = ranked(sets)
  const found = new Map<number, Similar>()
  const note = (set: number, to: number, similarity: number): void => {
    const known = found.get(set)
    if (!known) found.set(set, { to, similarity, count: 1 })
    else {
      known.count += 1
      if (similarity > known.similarity) Object.assign(known, { to, similarity })
    }
  }
  // Sets by each of their rarest items, the smaller ones first.
  const index = new Map<number, number[]>()
  const bySize = [...lists.keys()].sort((a, b) => (lists[a]?.length ?? 0) - (lists[b]?.length ?? 0) || a - b)
  for (const [at, set] of bySize.entries()) {
    if (at % setsPerTurn === 0) await turn()
    const list = lists[set] ?? []
    const smallest = atLeast(least * list.length)
    const rarest = list.slice(0, list.length - smallest + 1)
    const candidates = new Set<number>()
    for (const item of rarest) for (const other of index.get(item) ?? []) candidates.add(other)
    for (const other of candidates) {
      const otherList = lists[other] ?? []
      if (otherList.length < smallest) continue
      const sizes = list.length + otherList.length
      const wanted = atLeast((least / (1 + least)) * sizes)
      const shared = sharedItems(list, otherList, wanted)
      if (shared < wanted) continue
      const similarity = shared / (sizes - shared)
      note(set, other, similarity)
      note(other, set, similarity)
    }
    for (const item of rarest) {
      const known = index.get(item)
      if (known) known.push(set)
      else index.set(item, [set])
    }
  }
  return found
}
