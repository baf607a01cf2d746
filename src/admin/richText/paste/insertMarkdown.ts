import {
  $createLineBreakNode,
  $findMatchingParent,
  $getSelection,
  $insertNodes,
  $isElementNode,
  $isRangeSelection,
  $parseSerializedNode,
  type ElementNode,
  type LexicalNode,
  type PointType,
  type RangeSelection,
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

// Where a block ends, or holds nothing but a piece, others come after it; an empty one gives way to them.
const $insertBlocks = (blocks: LexicalNode[], selection: RangeSelection): void => {
  const { anchor } = selection
  const top = anchor.getNode().getTopLevelElement()
  const isEnd = $isElementNode(top) && $isAtEnd(top, anchor)
  const isText = top?.getType() === 'paragraph' || top?.getType() === 'heading'
  if (!isEnd || !isText || !selection.isCollapsed()) {
    $insertNodes(blocks)
    return
  }
  const last = blocks.reduce((before: LexicalNode, block) => before.insertAfter(block), top)
  if (top.isEmpty()) top.remove()
  last.selectEnd()
}

const $isAtEnd = (top: ElementNode, { key, offset, type }: PointType): boolean => {
  const last = top.getLastDescendant()
  if (!last) return true
  if (type === 'element') return key === top.getKey() && offset === top.getChildrenSize()
  return last.getKey() === key && offset === last.getTextContentSize()
}

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
  if (isInCell || isLine) $insertNodes(linesOf(blocks))
  else $insertBlocks(blocks, selection)
}
