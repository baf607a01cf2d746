import {
  $getRoot,
  $isElementNode,
  type EditorState,
  type LexicalNode,
} from '@payloadcms/richtext-lexical/lexical'
import { describe, expect, it } from 'vitest'

import {
  isTypedFormula,
  typedFormulas,
} from '../../../../src/markdownField/admin/richText/formula/typedFormulas.ts'
import { saveMarkdown } from '../../../../src/markdown/conversion.ts'
import { headlessEditor } from './headlessEditor.ts'

const opened = (markdown: string): EditorState => {
  const editor = headlessEditor(markdown)
  // What any first edit does: all transforms look at all nodes.
  editor.update(
    () => {
      const dirty = (node: LexicalNode): void => {
        node.markDirty()
        if ($isElementNode(node)) for (const child of node.getChildren()) dirty(child)
      }
      dirty($getRoot())
    },
    { discrete: true },
  )
  return editor.getEditorState()
}

describe('a text that goes through the editor', () => {
  it.each([
    'Text with *some* __marks__ and `code`  \nand a break\nand a line.',
    '# One\n\nTwo\n===\n\n### Three ###',
    '* a\n* b\n\n  more\n\n    1) deep\n    2) deeper',
    '- [ ] to do\n- [x] done',
    'Text\n\n* one\n\n- two\n+ three',
    '1. one\n2. two\n\n5) one\n\n1. two',
    '- [ ] one\n\n* [x] two\n\n- three\n  - a\n  * b',
    'A $x$ and \\( y \\) and $$z$$ here.\n\n$$\na\n$$\n\n\\[\nb\n\\]',
    '- item\n\n  $$\n  x\n  $$\n\n  ```js meta\n  let a\n  ```',
    '~~~python\nprint(1)\n~~~\n\n    indented',
    '> quoted *text*\n> more',
    '![an image](/a.png "title") <b>html</b> and[^1]\n\n[^1]: Note',
    '',
  ])('a text is unchanged after a pass through the editor: %j', (markdown) => {
    expect(saveMarkdown(markdown, opened(markdown).toJSON())).toBe(markdown)
  })
})

/** What of a typed line becomes a formula by its last character. */
const formulaIn = (typed: string): string | undefined => {
  for (const markup of typedFormulas) {
    if (!('trigger' in markup) || !typed.endsWith(markup.trigger) || '*_~'.includes(markup.trigger)) continue
    const match = markup.regExp.exec(typed)
    if (match) return isTypedFormula(match, '') ? match[1] : undefined
  }
  return undefined
}

it.each([
  ['so $x$', 'x'],
  ['so $a + b$', 'a + b'],
  ['so $\\$5$', '\\$5'],
  ['so \\(x\\)', 'x'],
  ['$$x$$', 'x'],
  ['\\[x\\]', 'x'],
  ['is $2x$', '2x'],
  ['is $5-1 = 4$', '5-1 = 4'],
  ['from $5-$', undefined],
  ['set $HOME/$', undefined],
  ['set $HOME=$', undefined],
  ['$5 or US$', undefined],
  ['costs $5 and $', undefined],
  ['costs 5$ and 6$', undefined],
  ['so \\$x$', undefined],
  ['$ x$', undefined],
  ['$$', undefined],
])('the typed text %j becomes the formula %j', (typed, latex) => {
  expect(formulaIn(typed)).toBe(latex)
})
