import { describe, expect, it } from 'vitest'

import { lexicalForReaders, markdownToLexical, saveMarkdown } from '../../../src/markdown/conversion.ts'
import { editText } from './editText.ts'
import { savedFrom, throughEditor, withBlocks } from './savedFrom.ts'

describe('adjacent lists', () => {
  const typed = (before: string): string =>
    savedFrom(
      before,
      editText(markdownToLexical(before), 0, (text) => `${text}, and more`),
    )

  it.each([
    ['other bullets', 'Text\n\n* one\n\n- two\n+ three\n'],
    ['other delimiters', 'Text\n\n1. one\n\n1) two\n'],
    ['numbers that begin anew', 'Text\n\n3. one\n4. two\n\n1) three\n'],
    ['tasks', 'Text\n\n* [ ] one\n\n- [x] two\n'],
    ['tasks beside bullets', 'Text\n\n* [ ] one\n\n- two\n'],
    ['a comment between them', 'Text\n\n- one\n\n<!-- -->\n\n- two\n'],
    ['nested lists', 'Text\n\n- one\n  - a\n  * b\n- two\n'],
  ])('adjacent lists keep their source when the paragraph before them is edited: %s', (_, before) => {
    expect(typed(before)).toBe(before.replace('Text', 'Text, and more'))
  })

  it.each([
    ['- one\n', '- new', '- one\n\n* new\n'],
    ['* one\n\n+ two\n', '- new', '* one\n\n- new\n\n+ two\n'],
    ['1. one\n', '1. new', '1. one\n\n1) new\n'],
    ['1. one\n\n1) two\n', '1. new', '1. one\n\n1) new\n\n1. two\n'],
    ['- one\n', '- [ ] new', '- one\n\n* [ ] new\n'],
  ])('an inserted list gets a different marker: %j and %j', (before, markdown, expected) => {
    expect(savedFrom(before, withBlocks(markdownToLexical(before), 1, 0, markdown))).toBe(expected)
  })

  it('adjacent lists become one when the empty line between them is deleted', () => {
    const before = '* one\n\n- two\n- three\n'
    const { root } = markdownToLexical(before)
    const edited = { root: { ...root, children: root.children.toSpliced(1, 1) } }
    expect(saveMarkdown(before, throughEditor(edited))).toBe('* one\n* two\n* three\n')
  })

  it('adjacent lists have no empty line between them for readers', () => {
    const { children } = lexicalForReaders('* one\n\n- two').root
    expect(children).toMatchObject([{ type: 'list' }, { type: 'list' }])
  })
})
