import { htmlPieces } from '../syntax/htmlPieces.ts'
import { isRecord, isSource } from './guards.ts'
import { markdownToLexical } from './document.ts'
import type { EditorContent } from './nodes.ts'

const isComment = (node: unknown): boolean =>
  isSource(node) && node.markdown.startsWith('<!--') && htmlPieces(node.markdown).length === 0

/**
 * Nodes without comments, and without paragraphs that hold nothing else or nothing at all, which only keep lists apart.
 * A paragraph that is alone stays, since a cell or a document needs one.
 */
const withoutComments = (nodes: readonly unknown[]): unknown[] =>
  nodes.flatMap((node) => {
    if (isComment(node)) return []
    if (!isRecord(node) || !Array.isArray(node.children)) return [node]
    const children = withoutComments(node.children)
    const isNeeded = nodes.length === 1 && node.children.length === 0
    return children.length === 0 && node.type === 'paragraph' && !isNeeded ? [] : [{ ...node, children }]
  })

/**
 * Converts Markdown to the JSON of a Lexical editor state as readers see it: `markdownToLexical` without HTML comments,
 * which editors write for each other.
 *
 * @example
 * lexicalForReaders('<!-- check this -->').root.children.length // 0
 */
export const lexicalForReaders = (markdown: string): EditorContent => {
  const { root } = markdownToLexical(markdown)
  return { root: { ...root, children: withoutComments(root.children) } }
}
