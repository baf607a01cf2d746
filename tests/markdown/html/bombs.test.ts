import { fromHtml } from 'hast-util-from-html'
import { toString } from 'mdast-util-to-string'
import { expect, it } from 'vitest'

import { renderHtml } from '../../../src/markdown/html.ts'
import { isParsable } from '../../../src/markdown/parsingCost.ts'

const million = 1_000_000
const of = (piece: string, size = million): string => piece.repeat(Math.ceil(size / piece.length))

const growing = Array.from({ length: 700 }, (_, depth) => `${' '.repeat(2 * depth)}- a`).join('\n')

const bombs: [string, string][] = [
  ...[
    '[',
    '*',
    '$',
    '>',
    '> ',
    '- ',
    '`a',
    '*a_',
    '**a',
    '![a](',
    '[^a]',
    '<a ',
    '_',
    '~',
    ']',
    '|a',
    '$a$ ',
    '\\(',
    '\\[a',
  ].map((piece): [string, string] => [`a million characters of ${piece}`, of(piece)]),
  ['nested quotes', of('>', 5_000)],
  ['nested lists', growing],
  ['nested emphasis', of('**a ', 20_000) + of(' a**', 20_000)],
  ['overlapping emphasis', of('*a_', 12_000)],
  ['many lists in lists', of(`${of('- ', 400)}a\n`, 200_000)],
  ['a long table', `a|b\n-|-\n${of('x|y\n', 60_000)}`],
  ['a longer table', `a|b\n-|-\n${of('x|y\n', 300_000)}`],
  ['many formulas', of('$a$ ', 32_000)],
  ['more formulas', of('$a$ ', 200_000)],
  ['dollars', of('$a', 40_002)],
  ['dollars that are read', of('$a', 34_002)],
  ['formulas without an end', of('\\(', 100_000)],
  ['a long formula', `$${of('a^', 200_000)}a$`],
  ['a formula of rows', `$$\n\\begin{matrix}${of('a&', 200_000)}\\end{matrix}\n$$`],
  ['a nested formula', `$${of('{', 20_000)}x${of('}', 20_000)}$`],
  ['nested fractions', `$${of('\\frac{a}{', 9_000)}x${of('}', 1_000)}$`],
  ['macros in macros', `$\\def\\a{${of('x', 500)}}\\def\\b{${of('\\a', 40)}}${of('\\b', 100)}$`],
  ['long chemistry', `$\\ce{${of('H2O + ', 9_000)}}$`],
  ['longer chemistry', `$\\ce{${of('H2O + ', 200_000)}}$`],
  ['nested chemistry', `$${of('\\ce{A', 9_000)}${of('}', 1_500)}$`],
  ['much chemistry', of('$\\ce{A->[a][b]B}$ ', 400_000)],
  ['a macro without end', '$\\def\\a{\\a\\a}\\a$'],
  ['many macros without end', of('$\\def\\a{\\a\\a}\\a$ ', 100_000)],
  ['more macros without end', of('$\\def\\a{\\a\\a}\\a$ ', 400_000)],
]

// The limit of the test is generous; the point is that it never hangs or runs out of memory.
it.each(bombs)('%s becomes HTML of bounded size', { timeout: 60_000 }, (_, markdown) => {
  const started = performance.now()
  const html = renderHtml(markdown)
  if (process.env.SHOW_TIMES)
    console.log(_, markdown.length, html.length, Math.round(performance.now() - started))
  expect(html.length).toBeLessThan(40 * million)
  expect(html).toMatch(/^</)
})

it('a text that is too large is returned unparsed, safely', () => {
  const markdown = `<script>&amp;${of('[')}`
  expect(isParsable(markdown)).toBe(false)
  const html = renderHtml(markdown)
  expect(html).not.toContain('<script')
  expect(toString(fromHtml(html, { fragment: true }))).toBe(markdown)
})

it.each([of('$a', 40_002), of('\\(', 100_000), of('\\[a', 100_000)])(
  'a text with too many formula delimiters is not parsed',
  (markdown) => {
    expect(isParsable(markdown)).toBe(false)
  },
)

it('formulas beyond the limit are shown as source', () => {
  const html = renderHtml(`$x$\n\n$\\alpha${of('y', 250_000)}$`)
  expect(html).toContain('class="katex"')
  expect(html).toContain('<code class="katex-error" title="This formula is too long to render.">\\alpha')
})
