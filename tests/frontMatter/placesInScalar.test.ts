import fc from 'fast-check'
import { expect, it } from 'vitest'

import { parseFrontMatter, scalarAt } from '../../src/frontMatter/parse.ts'
import { placesInScalar } from '../../src/frontMatter/placesInScalar.ts'

const eols = ['\n', '\r\n']

/** The characters of a file at the positions of all X in the value of `a`. */
const marks = (text: string): string[] => {
  const parsed = parseFrontMatter(text)
  if (!parsed.ok) throw new Error(JSON.stringify(parsed.findings))
  const node = scalarAt(parsed.frontMatter, ['a'])
  if (!node) throw new Error('There is no a.')
  const offsets = [...node.value.matchAll(/X/g)].map(({ index }) => index)
  return placesInScalar(text, node, offsets).map(({ column, line }) => `${line}:${column}`)
}

it.each([
  ['plain', 'a: oneX two X', ['2:7', '2:13']],
  ['plain on two lines', 'a: X one\n  two X', ['2:4', '3:7']],
  ['single quotes', "a: 'it''s X, ''X'''", ['2:11', '2:16']],
  ['single quotes on lines', "a: 'X\n\n    X'", ['2:5', '4:5']],
  ['double quotes', String.raw`a: "X \"X\" \\X \u0041X\n\tX"`, ['2:5', '2:9', '2:15', '2:23', '2:28']],
  ['an escaped mark', String.raw`a: "\x58 \u0058 \U00000058X"`, ['2:5', '2:10', '2:17', '2:27']],
  ['double quotes with a continued line', 'a: "X \\\n    X\\\n\n   X"', ['2:5', '3:5', '5:4']],
  ['a literal', 'a: |-\n  X\n\n    X  X', ['3:3', '5:5', '5:8']],
  ['a folded text', 'a: >- # X is no text\n    one X\n    X\n\n    X', ['3:9', '4:5', '6:5']],
  ['a folded text with an indicator', 'a: >2-\n    X\n  X', ['3:5', '4:3']],
  ['beside other keys', 'b: X\na: X # X\nc: X', ['3:4']],
  ['characters beyond 16 bits', 'a: 😀 X', ['2:7']],
])('placesInScalar finds characters in %s', (_, yaml, places) => {
  for (const eol of eols) {
    const text = `---\n${yaml}\n---\n`.replaceAll('\n', eol)
    expect(marks(text)).toEqual(places)
  }
})

it('placesInScalar finds every character of every text, in every style', () => {
  const line = fc.string({
    unit: fc.constantFrom('X', 'a', ' ', '"', "'", '\\', 'n', '😀', '-'),
    maxLength: 20,
  })
  const text = fc.array(line, { minLength: 1, maxLength: 4 }).map((lines) => lines.join('\n'))
  const indented = (value: string): string => value.replaceAll(/^(?=.)/gm, '  ')
  const styles: ((value: string) => string)[] = [
    (value) => JSON.stringify(value),
    (value) => `'${value.replaceAll("'", "''").replaceAll('\n', '\n\n  ')}'`,
    (value) => `|2-\n${indented(value)}`,
    (value) => `>2-\n${indented(value).replaceAll('\n', '\n\n')}`,
  ]
  fc.assert(
    fc.property(text, fc.constantFrom(...styles), (value, print) => {
      const file = `---\na: ${print(value)}\n---\n`
      const parsed = parseFrontMatter(file)
      const node = parsed.ok ? scalarAt(parsed.frontMatter, ['a']) : undefined
      fc.pre(node !== undefined)
      if (!node) return
      const offsets =
        [...node.value].length === 0 ? [] : [...node.value.matchAll(/X/g)].map(({ index }) => index)
      const lines = file.split('\n')
      const found = placesInScalar(file, node, offsets).map(
        ({ column, line: number }) => lines[number - 1]?.[column - 1],
      )
      expect(found).toEqual(offsets.map(() => 'X'))
    }),
    { numRuns: 2000 },
  )
})
