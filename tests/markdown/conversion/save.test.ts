import { describe, expect, it } from 'vitest'

import {
  markdownToLexical,
  saveMarkdown,
  type EditorContent,
  type SerializedAnswer,
} from '../../../src/markdown/conversion.ts'
import { answerForm } from './answerForm.ts'
import { asEdited } from './asEdited.ts'

const isNode = (value: unknown): value is Record<string, unknown> =>
  typeof value === 'object' && value !== null

/** A state in which the first text that contains `old` has `next` instead. */
const replaceText = (state: SerializedAnswer, old: string, next: string): EditorContent => {
  const copy = structuredClone(state)
  const replace = (node: unknown): boolean => {
    if (!isNode(node)) return false
    if (typeof node.text !== 'string' || !node.text.includes(old))
      return Array.isArray(node.children) && node.children.some(replace)
    node.text = node.text.replace(old, next)
    return true
  }
  replace(copy.root)
  return copy
}

/** The result of saving for `before` when the editor shows the content of `shown`. */
const saved = (before: string, shown: string): string => saveMarkdown(before, markdownToLexical(shown))

describe('saving', () => {
  it.each(['***2.******!***_a_\n', '**2.**** !**_a_\n', '***a***~~b~~\n', '**1.****\\!**x\n'])(
    'a text whose equal neighbours the editor has joined keeps its characters: %j',
    (text) => {
      expect(saveMarkdown(text, asEdited(markdownToLexical(text)))).toBe(text)
    },
  )

  it.each([
    ['an item', '* a\n* b\n    * c\n', '* a\n* b\n    * X\n', '* a\n* b\n    * X\n'],
    ['a new item', '*   a\n*   b', '* a\n* new\n* b', '*   a\n*   new\n*   b'],
    [
      'a new item in a numbered list',
      '1) a\n2) b\n3) c',
      '1) a\n2) new\n3) b\n4) c',
      '1) a\n2) new\n3) b\n4) c',
    ],
    ['an item taken away', '1. a\n2. __b__\n3. __c__', '1. a\n2. **c**', '1. a\n2. __c__'],
    ['a list that does not count', '1. a\n1. b', '1. a\n1. b\n1. c', '1. a\n1. b\n1. c'],
    ['a box ticked', '- [ ] __a__\n- [X] b', '- [x] **a**\n- [x] b', '- [x] __a__\n- [X] b'],
    ['a box ticked before text', '* [ ] a\n* [X] b', '- [x] a\n- [x] b', '* [x] a\n* [X] b'],
    ['a row', 'a|b\n-|-\n c |d\n|e|f', '|a|b|\n|-|-|\n|c|d|\n|e|X|', 'a|b\n-|-\n c |d\n| e | X |'],
    ['a new row', '|a|\n|-|\n|b|', '|a|\n|-|\n|b|\n|c|', '|a|\n|-|\n|b|\n| c |'],
    ['the alignment', '|a|\n|-|\n|b|', '|a|\n|-:|\n|b|', '|a|\n| ---: |\n|b|'],
    ['a quoted paragraph', '>a\n>\n>__b__', '> X\n>\n> **b**', '>X\n>\n>__b__'],
    ['line ends', 'a\r\n\r\n__b__\r\n', 'a\n\nnew\n\n**b**', 'a\r\n\r\nnew\r\n\r\n__b__\r\n'],
    ['a byte order mark', '\uFEFF__a__\n\nb', '**a**\n\nc', '\uFEFF__a__\n\nc'],
    ['a block taken away', '# a\ntext\n\n\n***\n\nend\n', '# a\n\n***\n\nend', '# a\n\n\n***\n\nend\n'],
    ['everything taken away', 'a\n\nb\n', '', ''],
    ['text that looks like markup', 'a', '1\\. x \\*y\\* costs $5, [1]', '1\\. x \\*y\\* costs $5, [1]'],
  ])('saving changes only what was edited: %s', (_, before, shown, expected) => {
    expect(saved(before, shown)).toBe(expected)
  })

  it.each([
    ['backslashes', 'a \\\\ b \\{1\\} is 50\\% of c', 'c', 'X', 'a \\\\ b \\{1\\} is 50\\% of X'],
    ['backslashes beside the edit', 'is 50\\% of', 'is 50', 'is 500', 'is 500\\% of'],
    ['all but what is taken away', 'a \\{1\\} b \\{2\\}', '{1} ', '', 'a b \\{2\\}'],
    ['two spaces before a line end', 'one  \ntwo', 'one', 'one more', 'one more  \ntwo'],
    ['references to characters', 'a &copy; b &lt;c&gt; d', 'd', 'X', 'a &copy; b &lt;c&gt; X'],
    ['a heading', 'A \\{1\\}\n===', 'A', 'B', 'B \\{1\\}\n==='],
    ['an item', '* a \\{1\\}  \n  b\n* c', 'b', 'X', '* a \\{1\\}  \n  X\n* c'],
    ['a quote', '> a \\{1\\}  \n> b', 'b', 'X', '> a \\{1\\}  \n> X'],
    ['a lazy quote', '> a \\{1\\}\nb', 'b', 'X', '> a \\{1\\}\nX'],
    ['line ends', 'a \\{1\\}  \r\nb\r\n', 'b', 'X', 'a \\{1\\}  \r\nX\r\n'],
    ['a cell', 'a|b\n-|-\n\\{1\\} c|50\\%', '{1} c', '{1} X', 'a|b\n-|-\n| \\{1\\} X | 50\\% |'],
    ['what needs no escape', '2 * 3 b', ' b', ' *b*', '2 * 3 \\*b\\*'],
    ['marks', 'a *b* \\{__c__\\} d', ' d', ' X', 'a *b* \\{__c__\\} X'],
  ])('saving keeps the characters of unedited parts: %s', (_, before, old, next, expected) => {
    expect(saveMarkdown(before, replaceText(markdownToLexical(before), old, next))).toBe(expected)
  })

  it('saving keeps two lists separate when the text between them is deleted', () => {
    const result = saved('- a\n\ntext\n\n- b', '- a\n\n* b')
    expect(answerForm(markdownToLexical(result))).toHaveLength(2)
  })
})

describe('tables', () => {
  const table = 'a|b|c\n-|-|-\nd | e|f\ng | h|i'

  it.each([
    ['$|y|$', '| $\\vert{}y\\vert{}$ | e | f |'],
    ['\\begin{array}{c|c}x\\end{array}', '| $\\begin{array}{c\\char124 c}x\\end{array}$ | e | f |'],
  ])('tables contain formulas with bars, and other rows are unchanged: %s', (latex, row) => {
    const state = JSON.stringify(markdownToLexical(table.replace('d ', '$M$ ')))
    const value = JSON.stringify(latex.replaceAll('$', '')).slice(1, -1)
    const edited = JSON.parse(state.replace('"latex":"M","raw":"$M$"', () => `"latex":"${value}"`))
    expect(saveMarkdown(table, edited)).toBe(`a|b|c\n-|-|-\n${row}\ng | h|i`)
  })

  it.each(['<br>', '<br/>', '<BR />'])(
    'a line break in a cell, spelled %s, keeps its spelling',
    (spelling) => {
      const before = `|a|\n|-|\n|b${spelling}c|`
      const state = markdownToLexical(before)
      expect(JSON.stringify(state)).toContain('"linebreak"')
      const edited = JSON.parse(JSON.stringify(state).replace('"c"', '"c, d"'))
      expect(saveMarkdown(before, edited)).toBe(`|a|\n|-|\n| b${spelling}c, d |`)
    },
  )

  it('empty cells are printed evenly', () => {
    expect(saved('', '|a|b|c|\n|-|-|-|\n||||')).toBe('| a | b | c |\n| --- | --- | --- |\n|  |  |  |')
  })
})

describe('texts that were made to stop a parser', () => {
  it.each([
    ['quotes', '>'.repeat(10_000)],
    ['brackets', '['.repeat(20_000)],
    ['closed brackets', `${'['.repeat(5_000)}a${']'.repeat(5_000)}`],
    ['emphasis', '*a '.repeat(20_000)],
    ['lists', '- '.repeat(300)],
    ['formulas without an end', '\\('.repeat(50_000)],
    ['dollars', '$a'.repeat(20_001)],
  ])('hostile texts are saved unchanged: %s', (_, markdown) => {
    expect(saved(markdown, markdown)).toBe(markdown)
  })
})
