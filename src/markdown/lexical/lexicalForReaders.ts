import { htmlPieces } from '../syntax/htmlPieces.ts'
import { isRecord, isSource } from './guards.ts'
import { markdownToLexical } from './document.ts'
import type { EditorContent } from './nodes.ts'

const isComment = (node: unknown): boolean =>
  isSource(node) && node.markdown.startsWith('<!--') && htmlPieces(node.markdown).length === 0

/**
 * Removes comments, and paragraphs that are empty or contain only comments; these only keep lists apart. The only
 * paragraph of a cell or document is kept, since one is required.
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
 * Converts Markdown to the JSON of a Lexical editor state for readers: `markdownToLexical` without HTML comments, which
 * are notes between editors.
 *
 * @example
 * lexicalForReaders('<!-- check this -->').root.children.length // 0
 */
export const lexicalForReaders = (markdown: string): EditorContent => {
  const { root } = markdownToLexical(markdown)
  return { root: { ...root, children: withoutComments(root.children) } }
}
