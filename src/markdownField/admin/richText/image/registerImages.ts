import { DRAG_DROP_PASTE } from '@payloadcms/richtext-lexical/lexical/rich-text'
import {
  $getNodeByKey,
  $getSelection,
  $isRangeSelection,
  COMMAND_PRIORITY_EDITOR,
  COMMAND_PRIORITY_HIGH,
  createCommand,
  type LexicalCommand,
  type LexicalEditor,
  type NodeKey,
  type RangeSelection,
} from '@payloadcms/richtext-lexical/lexical'
import { mergeRegister } from '@payloadcms/richtext-lexical/lexical/utils'

import { OPEN_EMBED_COMMAND } from '../embed/EmbedNode.ts'
import { $isImageNode } from './ImageNode.tsx'
import type { ImageData } from './ImageView.tsx'

/** Lets the editor choose an image. */
export const CHOOSE_IMAGE_COMMAND: LexicalCommand<void> = createCommand('CHOOSE_IMAGE_COMMAND')

export type ImageActions = {
  canUpload: boolean
  /** Called with the caret, since the dialogs they open take the focus away from it. */
  choose: (caret: RangeSelection | null) => void
  upload: (file: File, caret: RangeSelection | null) => void
  open: (key: NodeKey, image: ImageData) => void
}

const $caret = (): RangeSelection | null => {
  const selection = $getSelection()
  return $isRangeSelection(selection) ? selection.clone() : null
}

/** Handles an editor's commands about images. Returns a function that stops it. */
export const registerImages = (
  editor: LexicalEditor,
  { canUpload, ...actions }: ImageActions,
): (() => void) =>
  mergeRegister(
    editor.registerCommand(
      CHOOSE_IMAGE_COMMAND,
      () => {
        if (canUpload) actions.choose($caret())
        return canUpload
      },
      COMMAND_PRIORITY_EDITOR,
    ),
    editor.registerCommand(
      OPEN_EMBED_COMMAND,
      (key) => {
        const node = $getNodeByKey(key)
        if (!$isImageNode(node) || !editor.isEditable()) return false
        actions.open(key, node.getData())
        return true
      },
      COMMAND_PRIORITY_EDITOR,
    ),
    editor.registerCommand(
      DRAG_DROP_PASTE,
      (files) => {
        const image = files.find(({ type }) => type.startsWith('image/'))
        if (image && canUpload) actions.upload(image, $caret())
        return image !== undefined
      },
      COMMAND_PRIORITY_HIGH,
    ),
  )
