import fc from 'fast-check'
import { expect, it } from 'vitest'

import { sortedPosition } from '../../src/sync/sortedPosition.ts'

it.each([
  ['numbers', fc.nat(20)],
  ['texts', fc.string({ maxLength: 2 })],
])('is where the first of the sorted %s is that does not precede the value', (_, values) => {
  const check = <Value extends number | string>(list: readonly Value[], value: Value): void => {
    const sorted = list.toSorted((a, b) => (a < b ? -1 : a > b ? 1 : 0))
    const before = sorted.filter((each) => each < value)
    expect(sortedPosition(sorted, value)).toBe(before.length)
  }
  fc.assert(fc.property(fc.array<number | string>(values), values, check))
})
