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

import { kinds } from '../kinds.ts'

const typedLines = kinds.flatMap((kind) => kind.typedLines ?? [])

/** Turns a line into a block when Enter is pressed after its opening, such as `$$` or a fence with its language. */
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
          for (const { insert, regExp } of typedLines) {
            const match = regExp.exec(node.getTextContent())
            if (!match) continue
            event?.preventDefault()
            paragraph.clear()
            paragraph.select()
            return insert(editor, match)
          }
          return false
        },
        COMMAND_PRIORITY_HIGH,
      ),
    [editor],
  )
  return null
}
