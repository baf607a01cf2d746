'use client'

import { toast } from '@payloadcms/ui'
import {
  $getSelection,
  $isRangeSelection,
  COMMAND_PRIORITY_HIGH,
  KEY_DOWN_COMMAND,
  PASTE_COMMAND,
} from '@payloadcms/richtext-lexical/lexical'
import { useLexicalComposerContext } from '@payloadcms/richtext-lexical/lexical/react/LexicalComposerContext'
import { mergeRegister } from '@payloadcms/richtext-lexical/lexical/utils'
import { useEffect } from 'react'

import { useRichTextSettings } from '../RichTextContext.ts'
import { copiedMarkdown } from './copiedMarkdown.ts'
import { pasteInto } from './pasteInto.ts'

/** After Control, Shift and V, the paste event follows within this time, in milliseconds. */
const plainFor = 1000

/** Pastes HTML and Markdown as rich text, and copies Markdown for plain-text editors. */
export const PastePlugin = () => {
  const [editor] = useLexicalComposerContext()
  const { t } = useRichTextSettings()

  useEffect(() => {
    let plainUntil = 0
    return mergeRegister(
      editor.registerCommand(
        KEY_DOWN_COMMAND,
        ({ key, shiftKey, ctrlKey, metaKey }) => {
          if (key.toLowerCase() === 'v' && shiftKey && (ctrlKey || metaKey))
            plainUntil = Date.now() + plainFor
          return false
        },
        COMMAND_PRIORITY_HIGH,
      ),
      editor.registerCommand(
        PASTE_COMMAND,
        (event) => {
          const data = event instanceof ClipboardEvent ? event.clipboardData : null
          if (!data || !$isRangeSelection($getSelection())) return false
          const isPlain = Date.now() < plainUntil
          plainUntil = 0
          const lostImages = pasteInto(editor, data, isPlain)
          if (lostImages === undefined) return false
          event.preventDefault()
          if (lostImages > 0) toast.warning(t('answerbook:editor:imagesLost', { count: lostImages }))
          return true
        },
        COMMAND_PRIORITY_HIGH,
      ),
      editor.registerRootListener((root, before) => {
        // On the parent, after the editor itself has written to the clipboard.
        before?.parentElement?.removeEventListener('copy', copiedMarkdown)
        before?.parentElement?.removeEventListener('cut', copiedMarkdown)
        root?.parentElement?.addEventListener('copy', copiedMarkdown)
        root?.parentElement?.addEventListener('cut', copiedMarkdown)
      }),
    )
  }, [editor, t])
  return null
}
