import { htmlPieces } from '../syntax/htmlPieces.ts'
import { isFields, isSource } from './guards.ts'
import { markdownToLexical } from './markdownToLexical.ts'
import type { EditorContent } from './nodes.ts'

const isComment = (node: unknown): boolean =>
  isSource(node) && node.markdown.startsWith('<!--') && htmlPieces(node.markdown).length === 0

/** Nodes without comments, and without the blocks that held nothing else. */
const withoutComments = (nodes: readonly unknown[]): unknown[] =>
  nodes.flatMap((node) => {
    if (isComment(node)) return []
    if (!isFields(node) || !Array.isArray(node.children)) return [node]
    const children = withoutComments(node.children)
    const isGone = children.length === 0 && node.children.length > 0 && node.type === 'paragraph'
    return isGone ? [] : [{ ...node, children }]
  })

/** The Lexical state of a Markdown text for people who read it: without comments, which editors write for editors. */
export const lexicalForReaders = (markdown: string): EditorContent => {
  const { root } = markdownToLexical(markdown)
  return { root: { ...root, children: withoutComments(root.children) } }
}
