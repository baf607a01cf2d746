import {
  $getNodeByKey,
  $onUpdate,
  COMMAND_PRIORITY_EDITOR,
  type LexicalEditor,
  type LexicalNode,
  type NodeKey,
} from '@payloadcms/richtext-lexical/lexical'

import { OPEN_EMBED_COMMAND } from './EmbedNode.ts'

/** Moves the focus into the text of an embed once the current update is done. Call it within an update of an editor. */
export const $focusText = (editor: LexicalEditor, key: NodeKey): void =>
  $onUpdate(() => {
    // React renders a new embed a moment after the editor creates it.
    requestAnimationFrame(() => editor.getElementByKey(key)?.querySelector('textarea')?.focus())
  })

/** Opens embeds that are edited in place by moving the focus into their text. Returns a function that stops it. */
export const registerFocusText = (
  editor: LexicalEditor,
  $isOwn: (node: LexicalNode | null) => boolean,
): (() => void) =>
  editor.registerCommand(
    OPEN_EMBED_COMMAND,
    (key) => {
      if (!$isOwn($getNodeByKey(key))) return false
      $focusText(editor, key)
      return true
    },
    COMMAND_PRIORITY_EDITOR,
  )
