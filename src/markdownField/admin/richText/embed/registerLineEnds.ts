import {
  $getSelection,
  $isElementNode,
  $isRangeSelection,
  COMMAND_PRIORITY_HIGH,
  type LexicalEditor,
  MOVE_TO_END,
  MOVE_TO_START,
} from '@payloadcms/richtext-lexical/lexical'
import { mergeRegister } from '@payloadcms/richtext-lexical/lexical/utils'

import { EmbedNode } from './EmbedNode.ts'

const $isOutside = (edge: 'first' | 'last'): boolean => {
  const selection = $getSelection()
  if (!$isRangeSelection(selection) || !selection.isCollapsed()) return false
  const { anchor } = selection
  const block = anchor.getNode()
  if (!$isElementNode(block)) return false
  const [embed, offset] =
    edge === 'first' ? [block.getFirstChild(), 0] : [block.getLastChild(), block.getChildrenSize()]
  return embed instanceof EmbedNode && anchor.offset === offset
}

const stay = (edge: 'first' | 'last', event: KeyboardEvent): boolean => {
  if (event.shiftKey || !$isOutside(edge)) return false
  event.preventDefault()
  return true
}

/**
 * Keeps the caret in place when Home or End is pressed next to an embed that begins or ends a block: the browser finds
 * no text there, and would move the caret to a place that the editor does not know. Returns a function that stops it.
 */
export const registerLineEnds = (editor: LexicalEditor): (() => void) =>
  mergeRegister(
    editor.registerCommand(MOVE_TO_START, (event) => stay('first', event), COMMAND_PRIORITY_HIGH),
    editor.registerCommand(MOVE_TO_END, (event) => stay('last', event), COMMAND_PRIORITY_HIGH),
  )
