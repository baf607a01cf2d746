'use client'

import {
  $getSelection,
  $isRangeSelection,
  COMMAND_PRIORITY_EDITOR,
  createCommand,
  type LexicalCommand,
} from '@payloadcms/richtext-lexical/lexical'
import { useLexicalComposerContext } from '@payloadcms/richtext-lexical/lexical/react/LexicalComposerContext'
import { mergeRegister } from '@payloadcms/richtext-lexical/lexical/utils'
import { useEffect } from 'react'

import { $focusText, registerFocusText } from '../embed/focusText.ts'
import { $insertEmbed } from '../embed/insertEmbed.ts'
import { $createCodeBlockNode, $isCodeBlockNode } from './CodeBlockNode.tsx'

/** Inserts a new code block after the caret and moves into it. */
export const INSERT_CODE_COMMAND: LexicalCommand<{ language: string }> = createCommand('INSERT_CODE_COMMAND')

/** Inserts code blocks, and moves the caret into the text of a code block that is opened. */
export const CodeBlockPlugin = () => {
  const [editor] = useLexicalComposerContext()
  useEffect(
    () =>
      mergeRegister(
        registerFocusText(editor, $isCodeBlockNode),
        editor.registerCommand(
          INSERT_CODE_COMMAND,
          ({ language }) => {
            const selection = $getSelection()
            const code = $isRangeSelection(selection) ? selection.getTextContent() : ''
            const node = $createCodeBlockNode({ language, code })
            $insertEmbed(node)
            $focusText(editor, node.getKey())
            return true
          },
          COMMAND_PRIORITY_EDITOR,
        ),
      ),
    [editor],
  )
  return null
}
