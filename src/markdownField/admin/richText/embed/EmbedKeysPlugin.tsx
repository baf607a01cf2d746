'use client'

import {
  $getSelection,
  $isNodeSelection,
  COMMAND_PRIORITY_HIGH,
  DELETE_CHARACTER_COMMAND,
  DELETE_WORD_COMMAND,
  KEY_ARROW_DOWN_COMMAND,
  KEY_ARROW_UP_COMMAND,
  KEY_ENTER_COMMAND,
} from '@payloadcms/richtext-lexical/lexical'
import { useLexicalComposerContext } from '@payloadcms/richtext-lexical/lexical/react/LexicalComposerContext'
import { mergeRegister } from '@payloadcms/richtext-lexical/lexical/utils'
import { useEffect } from 'react'

import { EmbedNode, OPEN_EMBED_COMMAND } from './EmbedNode.ts'
import { $embedBeside, $selectEmbed } from './embedBeside.ts'
import { registerLineEnds } from './registerLineEnds.ts'

const $selectedEmbed = (): EmbedNode<object> | undefined => {
  const selection = $getSelection()
  const [node, ...more] = $isNodeSelection(selection) ? selection.getNodes() : []
  return node instanceof EmbedNode && more.length === 0 ? node : undefined
}

const $leave = (event: KeyboardEvent, direction: 'next' | 'previous'): boolean => {
  const piece = $selectedEmbed()
  if (!piece) return false
  event.preventDefault()
  if (direction === 'next') piece.selectNext(0, 0)
  else piece.selectPrevious()
  return true
}

// The first press of a deleting key selects a piece, the second one deletes it.
const $guard = (isBackward: boolean): boolean => {
  const piece = $embedBeside(isBackward)
  if (!piece) return false
  $selectEmbed(piece)
  return true
}

/** Keys about pieces: Enter opens a selected one, arrows leave it, Backspace and Delete select before they delete. */
export const EmbedKeysPlugin = () => {
  const [editor] = useLexicalComposerContext()

  useEffect(
    () =>
      mergeRegister(
        registerLineEnds(editor),
        editor.registerCommand(
          KEY_ENTER_COMMAND,
          (event) => {
            const piece = $selectedEmbed()
            if (!piece) return false
            event?.preventDefault()
            return editor.dispatchCommand(OPEN_EMBED_COMMAND, piece.getKey())
          },
          COMMAND_PRIORITY_HIGH,
        ),
        editor.registerCommand(
          KEY_ARROW_UP_COMMAND,
          (event) => $leave(event, 'previous'),
          COMMAND_PRIORITY_HIGH,
        ),
        editor.registerCommand(
          KEY_ARROW_DOWN_COMMAND,
          (event) => $leave(event, 'next'),
          COMMAND_PRIORITY_HIGH,
        ),
        editor.registerCommand(DELETE_CHARACTER_COMMAND, $guard, COMMAND_PRIORITY_HIGH),
        editor.registerCommand(DELETE_WORD_COMMAND, $guard, COMMAND_PRIORITY_HIGH),
      ),
    [editor],
  )
  return null
}
