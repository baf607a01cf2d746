import fc from 'fast-check'
import { expect, it } from 'vitest'

import { similarSets } from '../../../src/sync/audit/similarSets.ts'

const items = fc.uniqueArray(fc.constantFrom(...'abcdefghijklmnop'), { maxLength: 12 })

/** As whole numbers, so that nothing depends on rounding: the share is at least `percent` of 100. */
const isSimilar = (one: readonly string[], other: readonly string[], percent: number): boolean => {
  const shared = one.filter((item) => other.includes(item)).length
  return shared > 0 && 100 * shared >= percent * (one.length + other.length - shared)
}

it('finds exactly the sets that are similar to another one', async () => {
  await fc.assert(
    fc.asyncProperty(
      fc.array(items, { maxLength: 40 }),
      fc.integer({ min: 30, max: 100 }),
      async (lists, percent) => {
        const found = await similarSets(
          lists.map((list) => new Set(list)),
          percent / 100,
        )
        for (const [at, list] of lists.entries()) {
          const similar = lists.filter((other, to) => to !== at && isSimilar(list, other, percent))
          expect(found.get(at)?.count ?? 0).toBe(similar.length)
          const best = found.get(at)
          if (best) expect(isSimilar(list, lists[best.to] ?? [], percent)).toBe(true)
        }
      },
    ),
  )
})

it('names the most similar one', async () => {
  const sets = ['a b c d e', 'a b c d', 'a b c d e f', 'x'].map((text) => new Set(text.split(' ')))
  const found = await similarSets(sets, 0.6)
  expect(found.get(1)).toEqual({ to: 0, similarity: 0.8, count: 2 })
  expect(found.has(3)).toBe(false)
})
