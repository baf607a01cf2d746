import fc from 'fast-check'
import { describe, expect, it } from 'vitest'

import {
  type Edit,
  editKeepingLineEndings,
  withLineFeeds,
} from '../../../../src/markdownField/admin/field/lineEndings.ts'

const plain = (text: string, edits: readonly Edit[]): string =>
  [...edits]
    .reverse()
    .reduce((rest, { from, to, insert }) => rest.slice(0, from) + insert + rest.slice(to), text)

const texts = fc
  .array(fc.constantFrom('a', 'b', '\n', '\r', '\r\n'), { maxLength: 20 })
  .map((parts) => parts.join(''))

const editsOf = (text: string): fc.Arbitrary<Edit[]> => {
  const { length } = withLineFeeds(text)
  const positions = fc.uniqueArray(fc.nat({ max: length }), { minLength: 2, maxLength: 6 })
  return fc
    .tuple(positions, fc.array(fc.constantFrom('', 'x', '\n', 'x\ny'), { minLength: 3 }))
    .map(([unsorted, inserts]) => {
      const sorted = unsorted.sort((a, b) => a - b)
      const edits: Edit[] = []
      for (let index = 0; index + 1 < sorted.length; index += 2) {
        edits.push({ from: sorted[index] ?? 0, to: sorted[index + 1] ?? 0, insert: inserts[index / 2] ?? '' })
      }
      return edits
    })
}

const edited = texts.chain((text) => editsOf(`${text}ab`).map((edits) => ({ text: `${text}ab`, edits })))

describe('editKeepingLineEndings', () => {
  it.each<[string, string, Edit[], string]>([
    ['a word behind CRLF', 'one\r\ntwo\r\n', [{ from: 4, to: 7, insert: 'TWO' }], 'one\r\nTWO\r\n'],
    [
      'a new line among CRLF',
      'one\r\ntwo\r\n',
      [{ from: 3, to: 3, insert: '\nnew' }],
      'one\r\nnew\r\ntwo\r\n',
    ],
    ['a break between CRLF removed', 'one\r\ntwo\r\n', [{ from: 3, to: 4, insert: '' }], 'onetwo\r\n'],
    ['one LF among CRLF stays', 'a\r\nb\nc\r\n', [{ from: 4, to: 5, insert: 'C' }], 'a\r\nb\nC\r\n'],
    ['lone CR', 'a\rb\rc', [{ from: 2, to: 3, insert: 'B\n' }], 'a\rB\r\rc'],
    ['a text with LF', 'a\nb', [{ from: 2, to: 3, insert: 'c\nd' }], 'a\nc\nd'],
    [
      'two edits',
      'a\r\nb\r\nc\r\n',
      [
        { from: 0, to: 1, insert: 'A' },
        { from: 4, to: 5, insert: 'C' },
      ],
      'A\r\nb\r\nC\r\n',
    ],
    ['CR and LF that would melt into one break', 'a\rb\nc', [{ from: 2, to: 3, insert: '' }], 'a\n\nc'],
  ])('editKeepingLineEndings keeps unedited lines: %s', (_name, text, edits, expected) => {
    expect(editKeepingLineEndings(text, edits)).toBe(expected)
  })

  it('editKeepingLineEndings never changes a text without edits', () => {
    fc.assert(fc.property(texts, (text) => editKeepingLineEndings(text, []) === text))
  })

  it('editKeepingLineEndings always returns what the editor shows', () => {
    fc.assert(
      fc.property(edited, ({ text, edits }) => {
        expect(withLineFeeds(editKeepingLineEndings(text, edits))).toBe(plain(withLineFeeds(text), edits))
      }),
    )
  })
})
