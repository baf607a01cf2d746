import {
  $createNodeSelection,
  $getAdjacentNode,
  $getSelection,
  $isElementNode,
  $isRangeSelection,
  $setSelection,
  type LexicalNode,
} from '@payloadcms/richtext-lexical/lexical'

import { EmbedNode } from './EmbedNode.ts'

const $edgeOf = (block: LexicalNode | null, isBackward: boolean): LexicalNode | null => {
  if (!$isElementNode(block)) return null
  return isBackward ? block.getLastDescendant() : block.getFirstDescendant()
}

/**
 * The embed that a deleting key would reach next: the one next to the caret or, if the caret is at the edge of its
 * block, the one at the end of the previous block (or the start of the next). Call it within an update of an editor.
 */
export const $embedBeside = (isBackward: boolean): EmbedNode<object> | undefined => {
  const selection = $getSelection()
  if (!$isRangeSelection(selection) || !selection.isCollapsed()) return undefined
  const { anchor } = selection
  const node = anchor.getNode()
  const isInside = $isElementNode(node)
    ? false
    : isBackward
      ? anchor.offset > 0
      : anchor.offset < node.getTextContentSize()
  if (isInside) return undefined
  const beside = $getAdjacentNode(anchor, isBackward)
  if (beside instanceof EmbedNode) return beside
  const block = $isElementNode(node) ? node : node.getParent()
  const isEdge = $isElementNode(node)
    ? anchor.offset === (isBackward ? 0 : node.getChildrenSize())
    : node.is(isBackward ? block?.getFirstChild() : block?.getLastChild())
  if (!isEdge || !block) return undefined
  const edge = $edgeOf(isBackward ? block.getPreviousSibling() : block.getNextSibling(), isBackward)
  return edge instanceof EmbedNode && !block.isEmpty() ? edge : undefined
}

/** Selects an embed as a whole. Call it within an update of an editor. */
export const $selectEmbed = (embed: EmbedNode<object>): void => {
  const selection = $createNodeSelection()
  selection.add(embed.getKey())
  $setSelection(selection)
}
