'use client'

import {
  $getNodeByKey,
  $getSelection,
  $isRangeSelection,
  $onUpdate,
  COMMAND_PRIORITY_EDITOR,
  type NodeKey,
} from '@payloadcms/richtext-lexical/lexical'
import { useLexicalComposerContext } from '@payloadcms/richtext-lexical/lexical/react/LexicalComposerContext'
import { mergeRegister } from '@payloadcms/richtext-lexical/lexical/utils'
import { useEffect } from 'react'

import { $createCodeBlockNode, $isCodeBlockNode } from '../nodes/CodeBlockNode.tsx'
import { $isSourceNode } from '../nodes/SourceNode.tsx'
import { $insertPiece } from '../parts/insertPiece.ts'
import { INSERT_CODE_COMMAND, OPEN_PIECE_COMMAND } from '../parts/pieceCommands.ts'

/** Inserts code blocks, and moves the caret into the text of code and of source. */
export const CodePlugin = () => {
  const [editor] = useLexicalComposerContext()
  useEffect(() => {
    // React renders a new piece a moment after the editor has it.
    const focus = (key: NodeKey): void => {
      requestAnimationFrame(() => editor.getElementByKey(key)?.querySelector('textarea')?.focus())
    }
    return mergeRegister(
      editor.registerCommand(
        OPEN_PIECE_COMMAND,
        (key) => {
          const node = $getNodeByKey(key)
          if (!$isCodeBlockNode(node) && !$isSourceNode(node)) return false
          $onUpdate(() => focus(key))
          return true
        },
        COMMAND_PRIORITY_EDITOR,
      ),
      editor.registerCommand(
        INSERT_CODE_COMMAND,
        ({ language }) => {
          const selection = $getSelection()
          const code = $isRangeSelection(selection) ? selection.getTextContent() : ''
          const node = $createCodeBlockNode({ language, code })
          $insertPiece(node, true)
          $onUpdate(() => focus(node.getKey()))
          return true
        },
        COMMAND_PRIORITY_EDITOR,
      ),
    )
  }, [editor])
  return null
}
