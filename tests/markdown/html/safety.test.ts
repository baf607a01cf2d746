import fc from 'fast-check'
import { fromHtml } from 'hast-util-from-html'
import { toString } from 'mdast-util-to-string'
import { describe, expect, it } from 'vitest'

import { renderHtml } from '../../../src/markdown/html.ts'
import { hostile, pieces } from './hostile.ts'
import { unsafe } from './unsafe.ts'

describe('the judge', () => {
  it.each([
    '<script>x</script>',
    '<img src=x onerror=y>',
    '<a href=" java\nscript:x">y</a>',
    '<a href="data:,x">y</a>',
    '<p id="cookie">x</p>',
    '<p style="background:url(x)">x</p>',
    '<svg><a href="https://a.example">x</a><script>y</script></svg>',
    '<!-- x -->',
  ])('the check detects unsafe HTML in %s', (html) => {
    expect(unsafe(html)).not.toEqual([])
  })
})

it.each(hostile)('the HTML of %j is safe', (markdown) => {
  expect(unsafe(renderHtml(markdown))).toEqual([])
})

it('the HTML of any mixture is safe', () => {
  const mixture = fc.array(
    fc.oneof({ weight: 6, arbitrary: fc.constantFrom(...pieces) }, fc.string({ maxLength: 4 })),
    { maxLength: 30 },
  )
  fc.assert(
    fc.property(mixture, (parts) => {
      expect(unsafe(renderHtml(parts.join('')))).toEqual([])
    }),
    { numRuns: 3000 },
  )
})

it('HTML is shown character for character', () => {
  const markdown = 'a <b onclick="x">b</b> vector<int>\n\n<div>\n  c &amp; d\n</div>\n\n- <!-- e'
  const shown = toString(fromHtml(renderHtml(markdown), { fragment: true }))
  for (const piece of ['<b onclick="x">', '</b>', '<int>', '<div>\n  c &amp; d\n</div>', '<!-- e'])
    expect(shown).toContain(piece)
})

it.each([
  ['a block', '<!-- a note -->\n\nseen', '<p>seen</p>'],
  ['a part of a line', 'one <!-- a note --> two', '<p>one  two</p>'],
  ['several lines', 'one\n\n<!-- a\n\nnote -->\n\ntwo', '<p>one</p>\n<p>two</p>'],
  ['within HTML', '<div><!-- a note -->seen</div>', '<p>&#x3C;div>seen&#x3C;/div></p>'],
  ['before text', '<!-- a note --> *seen*', '<p> *seen*</p>'],
  ['empty', '<!-->one<!--->', '<p>one</p>'],
])('comments are not shown: %s', (_, markdown, html) => {
  expect(renderHtml(markdown).trim()).toBe(html)
})

it.each(['<br>', '<br/>', '<br />', '<BR>'])('%s breaks a line', (spelling) => {
  expect(renderHtml(`| a |\n|-|\n| b${spelling}c |`)).toContain('<td>b<br>c</td>')
  expect(renderHtml(`one${spelling}two`)).toBe('<p>one<br>two</p>')
  expect(renderHtml(`${spelling}\n\none`)).toBe('<p><br></p>\n<p>one</p>')
})

it('thousands of unclosed comments take milliseconds', () => {
  const started = performance.now()
  const html = renderHtml(`<div>\n${'<!--'.repeat(60_000)}`)
  expect(html.startsWith('<p>&#x3C;div>')).toBe(true)
  expect(performance.now() - started).toBeLessThan(2000)
})

it.each([
  ['a formula in a line', 'a $x$ b', '<span class="katex">'],
  ['one in TeX delimiters', 'a \\(x\\) b', '<span class="katex">'],
  ['a display', '$$\nx\n$$', '<span class="katex-display">'],
  ['one in TeX delimiters', '\\[\nx\n\\]', '<span class="katex-display">'],
  [
    'a formula that KaTeX rejects',
    '$\\frac{$',
    '<span class="katex-error" title="ParseError: KaTeX parse error',
  ],
  ['one with an unknown command', '$\\nosuch x$', 'style="color:#cc0000;">\\nosuch</span>'],
  ['chemistry', '$\\ce{2 H2 + O2 -> 2 H2O}$', '<mover><mo stretchy="true" minsize="3.0em">→</mo>'],
  ['a unit', '$\\pu{123 kJ/mol}$', '<mi mathvariant="normal">J</mi>'],
  [
    'chemistry that cannot be read',
    'a $\\ce{A\\bond{x}B}$',
    '<code class="katex-error" title="This chemistry cannot be read.',
  ],
  ['code in a language', '```js\na\n```', '<pre><code class="language-js">a'],
  ['an image', '![a *b*](/c.png "d")', '<img src="/c.png" alt="a b" title="d">'],
  ['a table', '|a|b|\n|:-|-:|\n|c|d|', '<td align="left">c</td>'],
  ['a heading', '#### a', '<h4>a</h4>'],
  ['a task', '- [x] a', '<li class="task-list-item"><input type="checkbox" checked disabled> a</li>'],
  ['a footnote', 'a[^1]\n\n[^1]: b', '<li id="user-content-fn-1">'],
  ['a list that starts late', '3. a', '<ol start="3">'],
  ['a link elsewhere', '[a](https://b.example)', '<a href="https://b.example">a</a>'],
  ['a telephone number', '[a](tel:+123)', '<a href="tel:+123">a</a>'],
])('the construct %s is rendered', (_, markdown, html) => {
  expect(renderHtml(markdown)).toContain(html)
})
