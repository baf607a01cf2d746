import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { decodeEscapes, encodeEscapes, formOfEscapes } from '../../src/markdown/escapes.ts'

/** In this table `⏎` stands for a line break, so that raw text and result can be read side by side. */
const shown = (text: string): string => text.replaceAll('\n', '⏎')

const cases: [what: string, raw: string, decoded: string, ambiguous: number][] = [
  ['a paragraph', String.raw`One.\n\nTwo.`, 'One.⏎⏎Two.', 0],
  ['a list', String.raw`- a\n- b`, '- a⏎- b', 0],
  [
    'a command in a formula',
    String.raw`$E = h \nu$ and $a \neq b$`,
    String.raw`$E = h \nu$ and $a \neq b$`,
    0,
  ],
  ['a command in round brackets', String.raw`\( \neg P \)\nNext`, String.raw`\( \neg P \)⏎Next`, 0],
  ['a command in square brackets', String.raw`\[\n\nabla f\n\]`, String.raw`\[⏎\nabla f⏎\]`, 0],
  ['a command after a line break', String.raw`$$\n\nu = 1\n$$`, String.raw`$$⏎\nu = 1⏎$$`, 0],
  ['a variable after a line break', String.raw`$$\nu(t) = K\n$$`, '$$⏎u(t) = K⏎$$', 1],
  ['a command at the start', String.raw`$$\nu = 1$$`, String.raw`$$\nu = 1$$`, 1],
  ['a relation at the start', String.raw`$$\ne = mc^2$$`, '$$⏎e = mc^2$$', 1],
  ['a word that begins like a command', String.raw`$$\nuse this\n$$`, '$$⏎use this⏎$$', 0],
  ['a row break and a line break', String.raw`$$a \\\nb$$`, String.raw`$$a \\⏎b$$`, 0],
  ['a row break and a variable', String.raw`$$a \\\nu$$`, String.raw`$$a \\⏎u$$`, 1],
  ['a row break and a command', String.raw`$$a \\\neq b$$`, String.raw`$$a \\\neq b$$`, 0],
  ['a row break and an n', String.raw`$$a \\n = 2$$`, String.raw`$$a \\n = 2$$`, 1],
  ['an option outside a formula', String.raw`d) Graphite\ne) Silicon`, 'd) Graphite⏎e) Silicon', 0],
  ['a command outside a formula', String.raw`where x \neq 0`, String.raw`where x \neq 0`, 1],
  ['a backslash before a line break', String.raw`C\n / \\nC`, 'C⏎ / \\⏎C', 0],
  ['money', String.raw`It costs $5.\nNot $6.\nu`, 'It costs $5.⏎Not $6.⏎u', 1],
  ['a cut formula', String.raw`$$ a \neq`, String.raw`$$ a \neq`, 0],
  ['a code span', 'Use `"\\n"` here.\\nEnd', 'Use `"\\n"` here.⏎End', 0],
  ['a stray backtick', 'a ` b\\n\\nc ` d', 'a ` b⏎⏎c ` d', 0],
  ['a string in code', '```c\\nprintf("a\\n");\\nx\\n```\\nEnd', '```c⏎printf("a\\n");⏎x⏎```⏎End', 0],
  ['single quotes in code', "```\\nsed 's/\\n/ /'\\n```", "```⏎sed 's/\\n/ /'⏎```", 0],
  ['an apostrophe in code', "```\\n# it's\\nprint('a')\\n```", "```⏎# it's⏎print('a')⏎```", 0],
  ['a comment in code', '```\\n// 5" disk\\nf("a")\\n```', '```⏎// 5" disk⏎f("a")⏎```', 0],
  ['three quotes in code', '```\\n"""Doc\\n"""\\nx\\n```', '```⏎"""Doc⏎"""⏎x⏎```', 0],
  ['a prefixed string', "```\\nprint(f'a\\nb')\\n```", "```⏎print(f'a\\nb')⏎```", 0],
  ['an indented fence', '1. a\\n   ```\\n   f("\\n")\\n   ```\\nb', '1. a⏎   ```⏎   f("\\n")⏎   ```⏎b', 0],
  ['quotes in prose', String.raw`He said "Yes."\n"No," said she.`, 'He said "Yes."⏎"No," said she.', 0],
  ['a quoted escape in prose', String.raw`The sign "\n" is one.`, String.raw`The sign "\n" is one.`, 1],
  [
    'other escapes',
    String.raw`\text \times \frac \beta \vec \right`,
    String.raw`\text \times \frac \beta \vec \right`,
    0,
  ],
  ['real line breaks', 'a\nb \\neq c', 'a⏎b \\neq c', 0],
  ['real and written line breaks', 'a\nb\\n c', 'a⏎b\\n c', 1],
  ['one line with a line break', 'a \\n b\n', 'a \\n b', 1],
]

it.each(cases)('decodeEscapes reads %s', (_, raw, decoded, ambiguous) => {
  const { text, findings } = decodeEscapes(raw)
  expect(shown(text)).toBe(decoded)
  expect(findings).toHaveLength(ambiguous)
})

it('a finding contains the position, the reading and the surrounding text', () => {
  expect(decodeEscapes(String.raw`where x \neq 0`).findings).toEqual([
    { index: 8, readAs: 'text', excerpt: String.raw`where x \neq 0` },
  ])
})

/** Texts made of the pieces that matter to the reader of escapes. */
const pieces = [
  '\\n',
  '\\',
  'n',
  'u',
  'eq',
  ' ',
  '\n',
  '$',
  '$$',
  '`',
  '```',
  '\\(',
  '\\)',
  '\\[',
  '\\]',
  '"',
  "'",
  'a',
  '# ',
]
const texts = fc.array(fc.constantFrom(...pieces), { maxLength: 40 }).map((parts) => parts.join(''))

describe('laws', () => {
  it('a raw text survives the round trip', () => {
    fc.assert(
      fc.property(fc.oneof(texts, fc.string({ unit: 'binary' })), (raw) => {
        expect(encodeEscapes(decodeEscapes(raw).text, formOfEscapes(raw))).toBe(raw)
      }),
      { numRuns: 20_000 },
    )
  })

  it('every text can be encoded with real line breaks', () => {
    fc.assert(
      fc.property(fc.oneof(texts, fc.string({ unit: 'binary' })), (text) => {
        const raw = encodeEscapes(text, 'lines')
        expect(formOfEscapes(raw)).toBe('lines')
        expect(decodeEscapes(raw).text).toBe(text)
      }),
      { numRuns: 20_000 },
    )
  })

  it.each(['$', '$$', '`', '```\\n', '\\[', '\\(', '```\\n"', '` `` ``` ', '$1', '$1\\n'])(
    'the time is linear in the length of %s',
    (piece) => {
      const started = performance.now()
      decodeEscapes(piece.repeat(50_000))
      expect(performance.now() - started).toBeLessThan(3000)
    },
  )
})
