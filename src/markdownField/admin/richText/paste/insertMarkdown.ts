import {
  $createParagraphNode,
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
import { $isListNode } from '@payloadcms/richtext-lexical/lexical/list'

import { markdownToLexical } from '../../../../markdown/conversion.ts'
import type { SerializedBlock, SerializedInline } from '../../../../markdown/lexical/nodes.ts'
import { linesInCell } from '../table/linesInCell.ts'

// As in `markdownToLexical`, content that is pasted next to a list must not become part of it.
const $keepListsApart = (
  left: LexicalNode | null | undefined,
  right: LexicalNode | null | undefined,
): void => {
  if ($isListNode(left) && $isListNode(right) && left.getListType() === right.getListType())
    left.insertAfter($createParagraphNode())
}

// At the end of a block, or in a block that contains only an embed, the new blocks follow it; an empty block is
// replaced.
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
  const first = top.getNextSibling()
  if (top.isEmpty()) top.remove()
  $keepListsApart(first?.getPreviousSibling(), first)
  $keepListsApart(last, last.getNextSibling())
  last.selectEnd()
}

const $isAtEnd = (top: ElementNode, { key, offset, type }: PointType): boolean => {
  const last = top.getLastDescendant()
  if (!last) return true
  if (type === 'element') return key === top.getKey() && offset === top.getChildrenSize()
  return last.getKey() === key && offset === last.getTextContentSize()
}

const lineOf = ([first, ...more]: SerializedBlock[]): SerializedInline[] | undefined =>
  more.length === 0 && first?.type === 'paragraph' ? first.children : undefined

/**
 * Replaces the selection with Markdown as rich text. A single paragraph is merged into the current line. Call it within
 * an update of an editor.
 */
export const $insertMarkdown = (markdown: string): void => {
  const selection = $getSelection()
  if (!$isRangeSelection(selection) || markdown === '') return
  const blocks = markdownToLexical(markdown).root.children
  const isInCell = $findMatchingParent(selection.anchor.getNode(), (node) => node.getType() === 'tablecell')
  const line = isInCell ? linesInCell(blocks) : lineOf(blocks)
  if (line) $insertNodes(line.map((node) => $parseSerializedNode(node)))
  else
    $insertBlocks(
      blocks.map((block) => $parseSerializedNode(block)),
      selection,
    )
}
