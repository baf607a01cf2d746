import fc from 'fast-check'
import { expect, it } from 'vitest'

import { type DiffLine, diffLines } from '../../../../src/markdownField/admin/diff/diffLines.ts'
import { foldLines } from '../../../../src/markdownField/admin/diff/foldLines.ts'

const textOf = ({ pieces }: DiffLine): string => pieces.map(({ text }) => text).join('')
const numbersOf = (line: DiffLine): (number | undefined)[] => [
  'before' in line ? line.before : undefined,
  'after' in line ? line.after : undefined,
]
const signs = { same: ' ', removed: '-', added: '+' }
/** Lines as a patch shows them, with what is marked within them in brackets. */
const shown = (line: DiffLine): string =>
  signs[line.kind] + line.pieces.map(({ isChanged, text }) => (isChanged ? `[${text}]` : text)).join('')

it.each([
  ['nothing', ['a', 'b'], ['a', 'b'], [' a', ' b']],
  ['a new line', ['a', 'b'], ['a', 'x', 'b'], [' a', '+x', ' b']],
  ['a line that is gone', ['a', 'b', 'c'], ['a', 'c'], [' a', '-b', ' c']],
  ['all of it', [], ['a', 'b'], ['+a', '+b']],
  [
    'a word',
    ['The cell loses water.'],
    ['The cell gains water.'],
    ['-The cell [loses] water.', '+The cell [gains] water.'],
  ],
  [
    'a formula',
    ['Energy is $E = mc^2$ here.'],
    ['Energy is $E = mc^3$ here.'],
    ['-Energy is $E = mc^[2]$ here.', '+Energy is $E = mc^[3]$ here.'],
  ],
  [
    'a paragraph parted in two',
    ['One sentence is here. Another is there.'],
    ['One sentence is here.', 'Another is there.'],
    ['-One sentence is here.[ ]Another is there.', '+One sentence is here.', '+Another is there.'],
  ],
  ['a line for quite another', ['Water flows.'], ['Prices rise!'], ['-Water flows.', '+Prices rise!']],
  ['indentation', ['- a'], ['  - a'], ['-- a', '+[  ]- a']],
])('tells %s', (_, before, after, lines) => {
  expect(diffLines(before, after).map(shown)).toEqual(lines)
})

const text = fc.array(fc.constantFrom('a', 'b', '', '$x$ and y', 'one two three', '  indented'), {
  maxLength: 40,
})

it('both texts can be read from a comparison, with the numbers of their lines', () => {
  fc.assert(
    fc.property(text, text, (before, after) => {
      const lines = diffLines(before, after)
      const [removed, added] = [
        lines.filter(({ kind }) => kind !== 'added'),
        lines.filter(({ kind }) => kind !== 'removed'),
      ]
      expect(removed.map(textOf)).toEqual(before)
      expect(added.map(textOf)).toEqual(after)
      expect(removed.map((line) => numbersOf(line)[0])).toEqual(before.map((_line, index) => index + 1))
      expect(added.map((line) => numbersOf(line)[1])).toEqual(after.map((_line, index) => index + 1))
    }),
  )
})

it('folding keeps all lines in order and folds no change, nor the three lines about it', () => {
  fc.assert(
    fc.property(text, text, (before, after) => {
      const lines = diffLines(before, after)
      const stretches = foldLines(lines)
      expect(stretches.flatMap(({ lines: own }) => own)).toEqual(lines)
      const isShown = stretches.flatMap(({ isFolded, lines: own }) => own.map(() => !isFolded))
      lines.forEach(({ kind }, index) => {
        if (kind === 'same') return
        expect(isShown.slice(Math.max(0, index - 3), index + 4)).not.toContain(false)
      })
    }),
  )
})

it('folds a long unchanged stretch', () => {
  const lines = Array.from({ length: 30 }, (_, index) => `Line ${index + 1}.`)
  const folded = foldLines(diffLines(lines, lines.with(19, 'Another.')))
  expect(folded.map(({ isFolded, lines: own }) => [isFolded, own.length])).toEqual([
    [true, 16],
    [false, 8],
    [true, 7],
  ])
})
