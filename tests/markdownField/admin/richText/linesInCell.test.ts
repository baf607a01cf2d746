import { expect, it } from 'vitest'

import { linesInCell } from '../../../../src/markdownField/admin/richText/table/linesInCell.ts'
import { lexicalToMarkdown, markdownToLexical } from '../../../../src/markdown/conversion.ts'

const cellOf = (markdown: string): string => {
  const state = markdownToLexical('| a |\n| --- |\n| b |')
  const [table] = state.root.children
  const paragraph = table?.type === 'table' ? table.children[1]?.children[0]?.children[0] : undefined
  if (paragraph) paragraph.children = linesInCell(markdownToLexical(markdown).root.children)
  return lexicalToMarkdown(state).split('\n').slice(2).join('\n')
}

it.each([
  ['paragraphs', 'one\n\n**two**', '| one<br>**two** |'],
  ['lists', '- one\n  - deep\n- two', '| • one<br>– deep<br>• two |'],
  ['numbers', '3. one\n   - deep\n4. two', '| 3. one<br>– deep<br>4. two |'],
  ['headings and rules', '# one\n\n---\n\ntwo', '| one<br>two |'],
  ['rows', '| x | y |\n| --- | --- |\n| 1 | 2 |', '| x, y<br>1, 2 |'],
  ['code', '```js\nlet a\nlet b\n```', '| `let a`<br>`let b` |'],
  ['quotes', '> one\n>\n> two', '| one<br>two |'],
  ['one line', 'just $x$', '| just $x$ |'],
])('%s pasted into a cell stay in it, in lines', (_, markdown, row) => {
  expect(cellOf(markdown)).toBe(row)
})
