import { createHeadlessEditor } from '@payloadcms/richtext-lexical/lexical/headless'
import type { Klass, LexicalEditor, LexicalNode } from '@payloadcms/richtext-lexical/lexical'
import { ListItemNode, ListNode } from '@payloadcms/richtext-lexical/lexical/list'
import { HeadingNode, QuoteNode } from '@payloadcms/richtext-lexical/lexical/rich-text'

import { CodeBlockNode } from '../../../../src/markdownField/admin/richText/code/CodeBlockNode.tsx'
import { FormulaNode } from '../../../../src/markdownField/admin/richText/formula/FormulaNode.tsx'
import { ImageNode } from '../../../../src/markdownField/admin/richText/image/ImageNode.tsx'
import { SourceNode } from '../../../../src/markdownField/admin/richText/source/SourceNode.tsx'
import { markdownToLexical } from '../../../../src/markdown/conversion.ts'

const nodes: Klass<LexicalNode>[] = [
  HeadingNode,
  QuoteNode,
  ListNode,
  ListItemNode,
  FormulaNode,
  CodeBlockNode,
  SourceNode,
  ImageNode,
]

/** An editor without a browser that shows a text, with the nodes of the rich editor but for links and tables. */
export const headlessEditor = (markdown: string): LexicalEditor => {
  const editor = createHeadlessEditor({
    nodes,
    onError: (error) => {
      throw error
    },
  })
  editor.setEditorState(editor.parseEditorState(JSON.stringify(markdownToLexical(markdown))))
  return editor
}
