import type { Heading, Root, RootContent } from 'mdast'

import { paragraphNode, withChildren } from './build.ts'
import { isPlainMath, leafToLexical, leavesToLexical } from './flowToLexical.ts'
import { phrasingToLexical } from './inlineToLexical.ts'
import { isPlainList, listToLexical } from './listToLexical.ts'
import type { SerializedAnswer, SerializedBlock } from './nodes.ts'
import { isPlainTable, tableToLexical } from './tableToLexical.ts'

const tags = { 1: 'h1', 2: 'h2', 3: 'h3', 4: 'h4', 5: 'h5', 6: 'h6' } as const

const isLeaf = (node: RootContent): boolean =>
  node.type === 'paragraph' || node.type === 'code' || (node.type === 'math' && isPlainMath(node))

// A heading of one line cannot hold a break.
const isPlainHeading = ({ children }: Heading): boolean => children.every(({ type }) => type !== 'break')

/** One block of a document as a block of Lexical. What Lexical has no node for becomes source in a paragraph. */
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

/** The Lexical state of a parsed document. An empty one has one empty paragraph, since an editor needs a place. */
export const toLexical = (tree: Root, text: string): SerializedAnswer => {
  const children = tree.children.map((node) => blockToLexical(node, text))
  return {
    root: { ...withChildren(children.length > 0 ? children : [paragraphNode([])]), type: 'root' },
  }
}
