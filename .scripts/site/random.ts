import { uniformInt } from 'pure-rand/distribution/uniformInt'
import { xoroshiro128plus } from 'pure-rand/generator/xoroshiro128plus'

/** Draws from a stream of numbers that is the same for a seed on every machine. Whole numbers only. */
export type Random = {
  /** A whole number from low to high, both included. */
  between: (low: number, high: number) => number
  /** True in `percent` of 100 draws. */
  chance: (percent: number) => boolean
  pick: <Item>(list: readonly Item[]) => Item
  shuffled: <Item>(list: readonly Item[]) => Item[]
}

/** Starts a stream of draws. */
export const randomFrom = (seed: number): Random => {
  const generator = xoroshiro128plus(seed)
  const between = (low: number, high: number): number => uniformInt(generator, low, high)
  const pick = <Item>(list: readonly Item[]): Item => {
    const item = list[between(0, list.length - 1)]
    if (item === undefined) throw new RangeError('Nothing to pick from.')
    return item
  }
  return {
    between,
    chance: (percent) => between(1, 100) <= percent,
    pick,
    // Random keys, then sorted: shorter than swapping, and just as uniform.
    shuffled: (list) =>
      list
        .map((item) => ({ item, key: between(0, 0x3fff_ffff) }))
        .sort((a, b) => a.key - b.key)
        .map(({ item }) => item),
  }
}
