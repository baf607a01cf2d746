import {
  $createParagraphNode,
  $getSelection,
  $insertNodes,
  $isElementNode,
  $isNodeSelection,
  $isRangeSelection,
} from '@payloadcms/richtext-lexical/lexical'

import type { EmbedNode } from './EmbedNode.ts'

/**
 * Puts an embed in the place of what is selected. A block one gets a paragraph of its own where the caret stands in a
 * paragraph of the text; within lists, quotes and tables it stays in its line. Within an update of an editor.
 */
export const $insertEmbed = (embed: EmbedNode<object>): void => {
  const before = $getSelection()
  // An embed that is selected stays; what is inserted comes after it.
  const selection = $isNodeSelection(before) ? before.getNodes()[0]?.selectNext(0, 0) : before
  if (!$isRangeSelection(selection) || !embed.isBlock()) {
    $insertNodes([embed])
    return
  }
  if (!selection.isCollapsed()) selection.removeText()
  const top = selection.anchor.getNode().getTopLevelElement()
  const isPlain = $isElementNode(top) && (top.getType() === 'paragraph' || top.getType() === 'heading')
  if (!isPlain) {
    $insertNodes([embed])
    return
  }
  const paragraph = $createParagraphNode().append(embed)
  if (top.isEmpty()) top.replace(paragraph)
  else top.insertAfter(paragraph)
  if (paragraph.getNextSibling() === null) paragraph.insertAfter($createParagraphNode())
  embed.selectNext(0, 0)
}
