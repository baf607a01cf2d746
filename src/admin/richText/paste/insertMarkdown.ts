import {
  $createLineBreakNode,
  $findMatchingParent,
  $getSelection,
  $insertNodes,
  $isElementNode,
  $isRangeSelection,
  $parseSerializedNode,
  type LexicalNode,
} from '@payloadcms/richtext-lexical/lexical'

import { markdownToLexical } from '../../../markdown/conversion.ts'

// A cell holds lines, no blocks.
const linesOf = (blocks: LexicalNode[]): LexicalNode[] =>
  blocks
    .map((block) => ($isElementNode(block) ? leavesOf(block.getChildren()) : []))
    .filter((line) => line.length > 0)
    .flatMap((line, index) => (index === 0 ? line : [$createLineBreakNode(), ...line]))

const leavesOf = (nodes: LexicalNode[]): LexicalNode[] =>
  nodes.flatMap((node) => ($isElementNode(node) && !node.isInline() ? leavesOf(node.getChildren()) : [node]))

/**
 * Puts Markdown as rich text in the place of what is selected. A single paragraph joins the line that it comes to.
 * Within an update of an editor.
 */
export const $insertMarkdown = (markdown: string): void => {
  const selection = $getSelection()
  if (!$isRangeSelection(selection) || markdown === '') return
  const blocks = markdownToLexical(markdown).root.children.map((block) => $parseSerializedNode(block))
  const isInCell = $findMatchingParent(selection.anchor.getNode(), (node) => node.getType() === 'tablecell')
  const [first, ...more] = blocks
  const isLine = more.length === 0 && first?.getType() === 'paragraph'
  $insertNodes(isInCell || isLine ? linesOf(blocks) : blocks)
}
