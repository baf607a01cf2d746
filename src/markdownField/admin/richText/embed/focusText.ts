import {
  $getNodeByKey,
  $onUpdate,
  COMMAND_PRIORITY_EDITOR,
  type LexicalEditor,
  type LexicalNode,
  type NodeKey,
} from '@payloadcms/richtext-lexical/lexical'

import { OPEN_EMBED_COMMAND } from './EmbedNode.ts'

/** Moves the focus into the text of an embed, once the update that is under way is done. Within an update of an editor. */
export const $focusText = (editor: LexicalEditor, key: NodeKey): void =>
  $onUpdate(() => {
    // A new embed is drawn by React a moment after the editor has it.
    requestAnimationFrame(() => editor.getElementByKey(key)?.querySelector('textarea')?.focus())
  })

/** Opens embeds that are edited where they are by moving the focus into their text. Returns what ends it. */
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
