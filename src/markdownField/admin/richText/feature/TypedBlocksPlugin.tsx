'use client'

import {
  $getSelection,
  $isParagraphNode,
  $isRangeSelection,
  $isTextNode,
  COMMAND_PRIORITY_HIGH,
  KEY_ENTER_COMMAND,
} from '@payloadcms/richtext-lexical/lexical'
import { useLexicalComposerContext } from '@payloadcms/richtext-lexical/lexical/react/LexicalComposerContext'
import { useEffect } from 'react'

import { INSERT_CODE_COMMAND, INSERT_FORMULA_COMMAND } from '../parts/pieceCommands.ts'

/** Enter after `$$`, or after a fence with its language, turns the line into a display formula or a code block. */
export const TypedBlocksPlugin = () => {
  const [editor] = useLexicalComposerContext()
  useEffect(
    () =>
      editor.registerCommand(
        KEY_ENTER_COMMAND,
        (event) => {
          const selection = $getSelection()
          if (!$isRangeSelection(selection) || !selection.isCollapsed() || event?.shiftKey) return false
          const node = selection.anchor.getNode()
          const paragraph = node.getParent()
          if (!$isTextNode(node) || !$isParagraphNode(paragraph) || paragraph.getChildrenSize() > 1)
            return false
          const typed = /^(?:\$\$|```([\w#+.-]*))$/.exec(node.getTextContent())
          if (!typed) return false
          event?.preventDefault()
          paragraph.clear()
          paragraph.select()
          return typed[1] === undefined
            ? editor.dispatchCommand(INSERT_FORMULA_COMMAND, { display: true })
            : editor.dispatchCommand(INSERT_CODE_COMMAND, { language: typed[1] })
        },
        COMMAND_PRIORITY_HIGH,
      ),
    [editor],
  )
  return null
}
