import { measures, shareOf } from './measures.ts'
import type { Random } from './random.ts'

/** Articles of different subjects with the same question, by place: a twin follows the first of its group. */
export type Twins = {
  /** Place of the first of the group for those that repeat its question. */
  firstOf: Map<number, number>
  /** First places of groups that share their id, and whose answers differ. */
  sharingId: Set<number>
  differing: Set<number>
  /** Places that no group takes. */
  isFree: (place: number) => boolean
}

/** Draws which articles of a site of `size` are twins. Groups begin at every third place, so that none meet. */
export const drawTwins = (random: Random, size: number): Twins => {
  const firsts = Array.from({ length: Math.floor(size / 3) }, (_, slot) => slot * 3)
  const groups = random.shuffled(firsts).slice(0, shareOf(measures.twins, size))
  const triplets = groups.slice(0, shareOf(measures.triplets, size))
  const firstOf = new Map<number, number>()
  for (const first of groups) firstOf.set(first + 1, first)
  for (const first of triplets) firstOf.set(first + 2, first)
  const members = new Set([...groups, ...firstOf.keys()])
  return {
    firstOf,
    sharingId: new Set(groups.slice(0, shareOf(measures.sharedIds, size))),
    differing: new Set(groups.slice(groups.length - shareOf(measures.differentAnswers, size))),
    isFree: (place) => !members.has(place),
  }
}
