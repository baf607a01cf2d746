import { $getRoot, $isElementNode, type LexicalNode } from '@payloadcms/richtext-lexical/lexical'
import { describe, expect, it } from 'vitest'

import { $createCodeBlockNode } from '../../../../src/markdownField/admin/richText/code/CodeBlockNode.tsx'
import {
  $createFormulaNode,
  $isFormulaNode,
} from '../../../../src/markdownField/admin/richText/formula/FormulaNode.tsx'
import { $createImageNode } from '../../../../src/markdownField/admin/richText/image/ImageNode.tsx'
import { saveMarkdown } from '../../../../src/markdown/conversion.ts'
import { headlessEditor } from './headlessEditor.ts'

/** The Markdown of a paragraph after an embed was put behind the first of its two words. */
const withEmbed = ($create: () => LexicalNode): string => {
  const before = 'one **two**'
  const editor = headlessEditor(before)
  editor.update(
    () => {
      const paragraph = $getRoot().getFirstChild()
      if ($isElementNode(paragraph)) paragraph.splice(1, 0, [$create()])
    },
    { discrete: true },
  )
  return saveMarkdown(before, editor.getEditorState().toJSON())
}

describe('an embed', () => {
  it.each<[string, () => LexicalNode, string]>([
    [
      'a displayed formula',
      () => $createFormulaNode({ latex: 'x', display: true, delimiter: '$$' }),
      'one\n\n$$\nx\n$$\n\n**two**',
    ],
    [
      'a code block',
      () => $createCodeBlockNode({ language: 'js', code: 'a' }),
      'one\n\n```js\na\n```\n\n**two**',
    ],
  ])('an embed is alone as a block in a paragraph: %s', (_, $create, expected) => {
    expect(withEmbed($create)).toBe(expected)
  })

  it.each<[string, () => LexicalNode, string]>([
    ['a formula', () => $createFormulaNode({ latex: 'x', display: false, delimiter: '$' }), 'one $x$**two**'],
    ['an image', () => $createImageNode({ url: '/a.png', alt: 'A' }), 'one ![A](/a.png)**two**'],
  ])('an embed stays in its line: %s', (_, $create, expected) => {
    expect(withEmbed($create)).toBe(expected)
  })

  it('an embed keeps its data in earlier states when it is changed', () => {
    const editor = headlessEditor('$x$')
    const before = editor.getEditorState()
    editor.update(
      () => {
        const formula = $getRoot().getFirstDescendant()
        if ($isFormulaNode(formula)) formula.setData({ ...formula.getData(), latex: 'y', raw: '$y$' })
      },
      { discrete: true },
    )
    const latexIn = (state: typeof before): unknown =>
      state.read(() => $getRoot().getFirstDescendant()?.exportJSON())
    expect(latexIn(before)).toMatchObject({ latex: 'x', raw: '$x$', type: 'math', version: 1 })
    expect(latexIn(editor.getEditorState())).toMatchObject({ latex: 'y', raw: '$y$' })
  })
})
