import type { Heading, Root, RootContent } from 'mdast'

import { paragraphNode, withChildren } from './build.ts'
import { flowFromLexical, isPlainMath, leafToLexical, leavesToLexical } from './flow.ts'
import { childrenOf, isRecord } from './guards.ts'
import { phrasingFromLexical, phrasingToLexical } from './inline.ts'
import { isPlainList, listFromLexical, listToLexical } from './list.ts'
import type { EditorContent, SerializedAnswer, SerializedBlock } from './nodes.ts'
import { oneLine } from './oneLine.ts'
import { parseOrSource } from './parseOrSource.ts'
import { isPlainTable, tableFromLexical, tableToLexical } from './table.ts'

const tags = { 1: 'h1', 2: 'h2', 3: 'h3', 4: 'h4', 5: 'h5', 6: 'h6' } as const

const isLeaf = (node: RootContent): boolean =>
  node.type === 'paragraph' || node.type === 'code' || (node.type === 'math' && isPlainMath(node))

// A heading of one line cannot hold a break.
const isPlainHeading = ({ children }: Heading): boolean => children.every(({ type }) => type !== 'break')

/**
 * Converts a block of a document to a block of Lexical. A construct without a Lexical node becomes source in a
 * paragraph.
 */
export const blockToLexical = (node: RootContent, text: string): SerializedBlock => {
  if (node.type === 'heading' && isPlainHeading(node))
    return {
      ...withChildren(phrasingToLexical(node.children, text)),
      tag: tags[node.depth],
      type: 'heading',
    }
  if (node.type === 'list' && isPlainList(node)) return listToLexical(node, text)
  if (node.type === 'table' && isPlainTable(node)) return tableToLexical(node, text)
  if (node.type === 'thematicBreak') return { type: 'horizontalrule', version: 1 }
  if (node.type === 'blockquote' && node.children.every(isLeaf))
    return { ...withChildren(leavesToLexical(node.children, text)), type: 'quote' }
  return paragraphNode(leafToLexical(node, text))
}

/**
 * Adds an empty paragraph between adjacent lists of the same type. Without it, Lexical joins them as soon as the first
 * is marked dirty, for example by an edit of the block before it (lexical#5803).
 */
const withListsApart = (blocks: SerializedBlock[]): SerializedBlock[] =>
  blocks.flatMap((block, index) => {
    const previous = blocks[index - 1]
    const wouldBeJoined =
      block.type === 'list' && previous?.type === 'list' && block.listType === previous.listType
    return wouldBeJoined ? [paragraphNode([]), block] : [block]
  })

/**
 * The Lexical state of a parsed document. An empty document gets an empty paragraph, since an editor needs a place for
 * the caret.
 */
const documentToLexical = (tree: Root, text: string): SerializedAnswer => {
  const children = withListsApart(tree.children.map((node) => blockToLexical(node, text)))
  return {
    root: { ...withChildren(children.length > 0 ? children : [paragraphNode([])]), type: 'root' },
  }
}

/**
 * Converts Markdown to the JSON of a Lexical editor state. A construct without a Lexical node becomes a source node,
 * which shows its Markdown. Never throws: a text that is too large or too deeply nested to parse becomes a single
 * source node.
 *
 * @example
 * const { root } = markdownToLexical('Water is **wet**.')
 * root.children[0]?.type // 'paragraph'
 */
export const markdownToLexical = (markdown: string): SerializedAnswer => {
  const text = markdown.startsWith('\uFEFF') ? markdown.slice(1) : markdown
  return documentToLexical(parseOrSource(text), text)
}

const depths: Record<string, Heading['depth']> = { h1: 1, h2: 2, h3: 3, h4: 4, h5: 5, h6: 6 }

/** The mdast blocks for one block of Lexical: none for an empty paragraph, several if text and code alternate. */
export const blockFromLexical = (node: unknown): RootContent[] => {
  if (!isRecord(node)) return []
  const children = childrenOf(node)
  switch (node.type) {
    case 'heading': {
      const depth = depths[String(node.tag)] ?? 1
      return [{ type: 'heading', depth, children: phrasingFromLexical(oneLine(children)) }]
    }
    case 'horizontalrule':
      return [{ type: 'thematicBreak' }]
    case 'list': {
      const list = listFromLexical(node)
      return list.children.length > 0 ? [list] : []
    }
    case 'quote':
      return [{ type: 'blockquote', children: flowFromLexical(children) }]
    case 'table': {
      const table = tableFromLexical(node)
      return table.children.length > 0 && (table.align ?? []).length > 0 ? [table] : []
    }
    default:
      return flowFromLexical(Array.isArray(node.children) ? children : [node])
  }
}

/** The mdast of a Lexical state. Accepts nodes of any type; unknown ones contribute their text. */
export const documentFromLexical = (state: EditorContent): Root => ({
  type: 'root',
  children: state.root.children.flatMap(blockFromLexical),
})
