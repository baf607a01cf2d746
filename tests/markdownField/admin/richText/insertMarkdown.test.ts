import { $getRoot, $isElementNode } from '@payloadcms/richtext-lexical/lexical'
import { describe, expect, it } from 'vitest'

import { $insertMarkdown } from '../../../../src/markdownField/admin/richText/paste/insertMarkdown.ts'
import { saveMarkdown } from '../../../../src/markdown/conversion.ts'
import { headlessEditor } from './headlessEditor.ts'

/** The Markdown of a text after another one was pasted at the end of the `at`-th block that the editor shows. */
const pasted = (before: string, at: number, markdown: string): string => {
  const editor = headlessEditor(before)
  editor.update(
    () => {
      const block = $getRoot().getChildAtIndex(at)
      if ($isElementNode(block)) block.selectEnd()
      $insertMarkdown(markdown)
    },
    { discrete: true },
  )
  return saveMarkdown(before, editor.getEditorState().toJSON())
}

describe('Markdown that is pasted', () => {
  it.each([
    ['a line', 'one', 0, ' *two*', 'one*two*'],
    ['blocks after a paragraph', 'one\n\ntwo', 0, '# a\n\nb', 'one\n\n# a\n\nb\n\ntwo'],
    ['two lists', 'one', 0, '- a\n\n* b', 'one\n\n- a\n\n* b'],
    ['a list before a list', 'one\n\n*   two', 0, '- a', 'one\n\n- a\n\n*   two'],
    ['a list between two', '*   one\n\n-   two', 1, '- a', '*   one\n\n+ a\n\n-   two'],
    ['numbers beside bullets', '- one\n\n* two', 1, '1. a', '- one\n\n1. a\n\n* two'],
    ['a list at the end of an item', '* one\n\n-   two', 0, '* a', '* one\n* a\n\n-   two'],
  ])(
    'pasted Markdown is inserted, and its neighbours are unchanged: %s',
    (_, before, at, markdown, expected) => {
      expect(pasted(before, at, markdown)).toBe(expected)
    },
  )
})
