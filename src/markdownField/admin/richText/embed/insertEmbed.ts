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
 * Replaces the selection with an embed. A block gets a paragraph of its own if the caret is in a top-level paragraph;
 * within lists, quotes and tables it stays in its line. Call it within an update of an editor.
 */
export const $insertEmbed = (embed: EmbedNode<object>): void => {
  const before = $getSelection()
  // A selected embed stays; the new one is inserted after it.
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
