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
  const embed = $selectedEmbed()
  if (!embed) return false
  event.preventDefault()
  if (direction === 'next') embed.selectNext(0, 0)
  else embed.selectPrevious()
  return true
}

// The first press of a deleting key selects an embed, the second one deletes it.
const $guard = (isBackward: boolean): boolean => {
  const embed = $embedBeside(isBackward)
  if (!embed) return false
  $selectEmbed(embed)
  return true
}

/**
 * Keys for embeds: Enter opens a selected one, arrow keys leave it, Backspace and Delete select it before they delete
 * it.
 */
export const EmbedKeysPlugin = () => {
  const [editor] = useLexicalComposerContext()

  useEffect(
    () =>
      mergeRegister(
        registerLineEnds(editor),
        editor.registerCommand(
          KEY_ENTER_COMMAND,
          (event) => {
            const embed = $selectedEmbed()
            if (!embed) return false
            event?.preventDefault()
            return editor.dispatchCommand(OPEN_EMBED_COMMAND, embed.getKey())
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
