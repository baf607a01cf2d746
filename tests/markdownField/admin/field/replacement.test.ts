import fc from 'fast-check'
import { expect, it } from 'vitest'

import { replacement } from '../../../../src/markdownField/admin/field/lineEndings.ts'

it.each([
  ['same', 'same', { from: 4, to: 4, insert: '' }],
  ['one two three', 'one 2 three', { from: 4, to: 7, insert: '2' }],
  ['aa', 'aaa', { from: 2, to: 2, insert: 'a' }],
  ['aaa', 'aa', { from: 2, to: 3, insert: '' }],
  ['', 'new', { from: 0, to: 0, insert: 'new' }],
])('replacement finds the smallest edit from %j to %j', (before, after, expected) => {
  expect(replacement(before, after)).toEqual(expected)
})

it('replacement turns the first text into the second', () => {
  const text = fc.string({ unit: fc.constantFrom('a', 'b', '😀'), maxLength: 12 })
  fc.assert(
    fc.property(text, text, (before, after) => {
      const { from, to, insert } = replacement(before, after)
      expect(before.slice(0, from) + insert + before.slice(to)).toBe(after)
    }),
  )
})
