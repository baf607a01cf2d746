import { describe, expect, it } from 'vitest'

import { countWords } from '../../../../src/markdownField/admin/field/countWords.ts'
import { indentOf } from '../../../../src/markdownField/admin/richText/code/indentOf.ts'
import { changedFormula } from '../../../../src/markdownField/admin/richText/formula/changedFormula.ts'
import { safeUrl } from '../../../../src/markdownField/admin/richText/link/safeUrl.ts'
import { markdownOfCopied } from '../../../../src/markdownField/admin/richText/paste/copiedMarkdown.ts'
import { looksLikeMarkdown } from '../../../../src/markdownField/admin/richText/paste/looksLikeMarkdown.ts'
import { markdownOf } from '../../../../src/markdownField/admin/richText/value/markdownOf.ts'
import { markdownToLexical } from '../../../../src/markdown/conversion.ts'

describe('the urls that may be linked', () => {
  it.each([
    ['https://example.com/a?b#c', 'https://example.com/a?b#c'],
    [' /learn/x ', '/learn/x'],
    ['#part', '#part'],
    ['example.com/x', 'https://example.com/x'],
    ['mailto:a@example.com', 'mailto:a@example.com'],
    ['javascript:alert(1)', undefined],
    ['JavaScript:alert(1)', undefined],
    ['java\tscript:alert(1)', undefined],
    ['data:text/html,x', undefined],
    ['vbscript:x', undefined],
    ['file:///etc/passwd', undefined],
    ['two words', undefined],
    ['', undefined],
  ])('the typed URL %j becomes %j', (typed, url) => {
    expect(safeUrl(typed)).toBe(url)
  })
})

describe('plain text on a clipboard', () => {
  it.each([
    '# Title',
    '- one\n- two',
    '1. one\n2. two',
    '```js\nlet a\n```',
    'with $x^2$ in it',
    '$$\nx\n$$',
    'with \\(x\\)',
    'a [link](https://example.com)',
    '| a | b |\n| --- | --- |',
    'some **bold** text',
    '- [ ] task',
  ])('the plain text %j is Markdown', (text) => {
    expect(looksLikeMarkdown(text)).toBe(true)
  })

  it.each([
    'costs $5 and $6',
    'plain text',
    'a - b',
    '2 * 3 * 4',
    'a_b_c',
    '#tag',
    'x [1] (2)',
    '- only one line',
  ])('the plain text %j is not Markdown', (text) => {
    expect(looksLikeMarkdown(text)).toBe(false)
  })
})

it.each([
  ['', 0],
  ['One two three.', 3],
  ['# One\n\n- two\n- three', 3],
  ['Of $a + b$ and **c**', 4],
  ['[two words](https://example.com/not/words)', 2],
  ['| a | b |\n| --- | --- |\n| 1 | 2 |', 4],
  ['Größe naïve', 2],
])('countWords counts the words of %j', (markdown, words) => {
  expect(countWords(markdown).words).toBe(words)
})

it.each([
  ['def f():\n    return 1', '    '],
  ['if x:\n\treturn', '\t'],
  ['a {\n  b\n}', '  '],
  ['', '  '],
])('indentOf keeps the indentation of %j', (code, indent) => {
  expect(indentOf(code)).toBe(indent)
})

describe('a formula that is edited', () => {
  const before = { latex: 'x', display: false, delimiter: '\\(' as const, raw: '\\( x \\)', format: 1 }
  it('a formula keeps its source if nothing was changed', () => {
    expect(changedFormula(before, { latex: 'x', display: false })).toBe(before)
  })
  it('a formula keeps its delimiter in the same position', () => {
    const after = changedFormula(before, { latex: ' y ', display: false })
    expect(after).toEqual({ latex: 'y', display: false, delimiter: '\\(', format: 1 })
  })
  it('a formula gets the usual delimiter in another position', () => {
    expect(changedFormula(before, { latex: 'x', display: true }).delimiter).toBe('$$')
  })
})

it('content that equals an older text is exactly that text', () => {
  const older = '*  odd   marks\n\n\n_so_ it goes   \n'
  const newer = 'Something else'
  expect(markdownOf([older, newer], markdownToLexical(older))).toBe(older)
  expect(markdownOf([older, newer], markdownToLexical(newer))).toBe(newer)
})

it.each([
  ['blocks', '## Title\n\n- one\n- two $x$'],
  ['a part of a line', 'some **bold** $x$'],
])('the Markdown of copied %s is on the clipboard', (_, markdown) => {
  const { children } = markdownToLexical(markdown).root
  const [first] = children
  const nodes = children.length === 1 && first?.type === 'paragraph' ? first.children : children
  expect(markdownOfCopied(JSON.stringify({ namespace: 'lexical', nodes }))).toBe(markdown)
})
