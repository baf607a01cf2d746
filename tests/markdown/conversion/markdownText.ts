import fc from 'fast-check'

import { glued, line, paragraph, words } from './inlineText.ts'

const fence = fc
  .tuple(
    fc.constantFrom('```', '````', '~~~'),
    fc.constantFrom('', 'js', 'c++ x="y"', '{r, a}'),
    fc.array(words, { maxLength: 3 }),
  )
  .map(([marks, info, code]) => [marks + info, ...code, marks].join('\n'))
const formula = fc.constantFrom(
  '$$\nx = 1\n$$',
  '$$\n\\begin{a}\n  b\n\n\\end{a}\n$$',
  '$$$\ny\n$$$',
  '$$\n$$',
  '\\[\nx\n\\]',
)
const table = fc
  .tuple(
    fc.constantFrom('|-|:-:|', '--|--:', '| :- | - |'),
    fc.array(fc.tuple(glued, glued), { maxLength: 3 }),
  )
  .map(([rule, rows]) => ['| a | **b** |', rule, ...rows.map(([a, b]) => `| ${a} |${b}|`)].join('\n'))
const other = fc.constantFrom(
  '***',
  '- - -',
  '<div>\n\n*a*\n\n</div>',
  '<!-- a\n\nb -->',
  '    code\n      more',
  '[ref]: /url "title"',
  '[^1]: A note.\n\n    More.',
  'Setext *a*\n===',
  'Two\nlines\n---',
  '#',
  '######',
  '> ',
  '-',
  '1.',
  '\\',
  '[x]: ',
  '| a |',
  '$$',
  '```',
  '&#35; a',
)
const heading = fc
  .tuple(fc.integer({ min: 1, max: 6 }), line)
  .map(([depth, text]) => `${'#'.repeat(depth)} ${text}`)

const leaf = fc.oneof({ weight: 4, arbitrary: paragraph }, fence, formula, table, other, heading)

const indent = (text: string, width: number): string =>
  text.replaceAll(/\n(?=[^\n])/g, `\n${' '.repeat(width)}`)

const list = (content: fc.Arbitrary<string>): fc.Arbitrary<string> =>
  fc
    .tuple(
      fc.constantFrom('- ', '* ', '+   ', '1. ', '7) ', '- [ ] ', '- [x] ', '-\t'),
      fc.array(fc.array(content, { minLength: 1, maxLength: 3 }), { minLength: 1, maxLength: 4 }),
      fc.constantFrom('\n', '\n\n'),
      fc.constantFrom('\n', '\n\n'),
    )
    .map(([marker, items, between, within]) =>
      items
        .map((blocks, at) => {
          const sign = /^\d/.test(marker)
            ? marker.replace(/\d+/, (start) => String(Number(start) + at))
            : marker
          const width = sign.startsWith('- [') || sign === '-\t' ? 2 : sign.length
          return (
            sign + blocks.map((block) => indent(block, width)).join(indent(`${within}x`, width).slice(0, -1))
          )
        })
        .join(between),
    )

const quote = (content: fc.Arbitrary<string>): fc.Arbitrary<string> =>
  content.map((text) => `> ${text.replaceAll('\n', '\n> ')}`)

const { block } = fc.letrec<{ block: string }>((tie) => ({
  block: fc.oneof(
    { maxDepth: 3, withCrossShrink: true },
    { weight: 3, arbitrary: leaf },
    { weight: 2, arbitrary: list(tie('block')) },
    { weight: 1, arbitrary: quote(tie('block')) },
  ),
}))

/** Markdown with all constructs, well-formed or not, nested and adjacent. */
export const markdownText: fc.Arbitrary<string> = fc
  .tuple(
    fc.array(fc.tuple(block, fc.constantFrom('\n\n', '\n\n', '\n', '\n\n\n', '\n \n')), { maxLength: 6 }),
    fc.constantFrom('\n', '\n', '\r\n', '\r'),
  )
  .map(([blocks, lineEnd]) =>
    blocks
      .map(([text, gap]) => text + gap)
      .join('')
      .replaceAll('\n', lineEnd),
  )

/** Strings of the characters that mean something to Markdown. */
export const markdownNoise: fc.Arbitrary<string> = fc.oneof(
  fc.string({
    unit: fc.constantFrom(...'\n\n\n\r\t   *_`~[]()<>!#-+=.:|\\&;$^{}/0123ab"\'\0\uFEFF\uD800é'),
    maxLength: 80,
  }),
  fc.string({ unit: 'binary', maxLength: 60 }),
)
