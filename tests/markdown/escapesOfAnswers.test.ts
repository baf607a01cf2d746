import fc from 'fast-check'
import { expect, it } from 'vitest'

import { decodeEscapes, encodeEscapes, formOfEscapes } from '../../src/markdown/escapes.ts'

const commands = [
  String.raw`\nu`,
  String.raw`\neq`,
  String.raw`\neg`,
  String.raw`\nabla`,
  String.raw`\not`,
  String.raw`\notin`,
  String.raw`\nmid`,
]
const delimiters: [open: string, close: string][] = [
  ['$', '$'],
  ['$$', '$$'],
  [String.raw`\(`, String.raw`\)`],
  [String.raw`\[`, String.raw`\]`],
]

it.each(delimiters.flatMap(([open, close]) => commands.map((command) => [`${open}a ${command} b${close}`])))(
  'the command %s is kept, and the line breaks around it are decoded',
  (formula) => {
    const { findings, text } = decodeEscapes(String.raw`One ${formula} two.\nThree.\n\n${formula}\nFour`)
    expect(text).toBe(`One ${formula} two.\nThree.\n\n${formula}\nFour`)
    expect(findings).toEqual([])
  },
)

it.each([
  ['an option', String.raw`d) Carbon\ne) Silicon`, 'd) Carbon\ne) Silicon'],
  ['the start of a display', String.raw`$$\nu(r) = 1\n$$`, '$$\nu(r) = 1\n$$'],
  ['a string in code', '```\\nprint("a\\nb")\\n```', '```\nprint("a\\nb")\n```'],
  ['a string in a code span', 'Call `print("a\\nb")`.\\nEnd', 'Call `print("a\\nb")`.\nEnd'],
  ['a row of LaTeX', String.raw`$$\na \\\nb \\\n$$`, '$$\na \\\\\nb \\\\\n$$'],
  [
    'a row before another',
    String.raw`\[a \\\n\nabla b\]`,
    String.raw`\[a \\` + '\n' + String.raw`\nabla b\]`,
  ],
  ['real line breaks', 'a $\\nu$\nb\\nc\n', 'a $\\nu$\nb\\nc\n'],
])('decodeEscapes reads %s', (_, raw, text) => {
  expect(decodeEscapes(raw).text).toBe(text)
})

/** Inline pieces whose backslash-n, where they have one, can be no line break. */
const formula = fc
  .tuple(fc.constantFrom(...delimiters.filter(([open]) => open !== '$$')), fc.constantFrom(...commands))
  .map(([[open, close], command]) => `${open}x ${command} y${close}`)
const inline = fc.oneof(
  formula,
  fc.constantFrom(
    'Word',
    'It costs 5.',
    '**Bold**',
    '`"\\n"`',
    '`\\neq`',
    '(see `a\\nb`)',
    'C\\\\D',
    '"Yes."',
  ),
)
const paragraph = fc.array(inline, { minLength: 1, maxLength: 5 }).map((pieces) => `So ${pieces.join(' ')}.`)
const row = fc.constantFrom(...commands.map((command) => `x ${command} y`), 'a = b', String.raw`\text{A}`)
const display = fc
  .tuple(fc.constantFrom(delimiters[1], delimiters[3]), fc.array(row, { minLength: 1, maxLength: 3 }))
  .map(([[open, close] = ['$$', '$$'], rows]) => [open, ...rows, close].join('\n'))
const codeLine = fc.constantFrom(
  'print("a\\nb")',
  "x = 'a\\n'",
  'y = 1',
  '',
  '# No string',
  'f("\\n", \'\\n\')',
)
const code = fc
  .tuple(fc.constantFrom('```', '~~~', '````'), fc.array(codeLine, { maxLength: 4 }))
  .map(([fence, lines]) => [`${fence}python`, ...lines, fence].join('\n'))
const list = fc
  .array(paragraph, { minLength: 1, maxLength: 4 })
  .map((items) => items.map((item, at) => `${'abcde'.charAt(at)}) ${item}`).join('\n'))
const answer = fc
  .array(fc.oneof(paragraph, display, code, list), { minLength: 1, maxLength: 6 })
  .map((blocks) => blocks.join('\n\n'))

it('an answer with formulas, code, lists and paragraphs is decoded unambiguously', () => {
  fc.assert(
    fc.property(answer, (text) => {
      expect(decodeEscapes(encodeEscapes(text, 'escaped'))).toEqual({ text, findings: [] })
      expect(decodeEscapes(encodeEscapes(text, 'lines')).text).toBe(text)
    }),
    { numRuns: 3000 },
  )
})

it('such an answer survives the round trip, however it is cut, joined and spelled', () => {
  const cut = fc
    .tuple(answer, answer, fc.nat(), fc.nat(), fc.boolean())
    .map(([one, other, from, to, isEscaped]) => {
      const [left, right] = isEscaped
        ? [encodeEscapes(one, 'escaped'), encodeEscapes(other, 'escaped')]
        : [one, encodeEscapes(other, 'escaped')]
      return left.slice(from % (left.length + 1)) + right.slice(0, to % (right.length + 1))
    })
  fc.assert(
    fc.property(cut, (raw) => {
      expect(encodeEscapes(decodeEscapes(raw).text, formOfEscapes(raw))).toBe(raw)
    }),
    { numRuns: 3000 },
  )
})
