'use client'

import {
  $getSelection,
  COMMAND_PRIORITY_EDITOR,
  COMMAND_PRIORITY_HIGH,
  KEY_DOWN_COMMAND,
  type LexicalEditor,
} from '@payloadcms/richtext-lexical/lexical'
import { useLexicalComposerContext } from '@payloadcms/richtext-lexical/lexical/react/LexicalComposerContext'
import { mergeRegister } from '@payloadcms/richtext-lexical/lexical/utils'
import { lazy, Suspense, useEffect, useState } from 'react'

import { $linkAt, EDIT_LINK_COMMAND, type LinkAt } from './linkAt.ts'
import { LinkBar } from './LinkBar.tsx'
import { $removeLink, $setLink } from './setLink.ts'

const LinkDialog = lazy(async () => ({ default: (await import('./LinkDialog.tsx')).LinkDialog }))

type Opened = { link: LinkAt; anchor: DOMRect | undefined }

/** Creates, edits and removes links; a click on a link or Control with K opens its dialog. */
export const LinkPlugin = () => {
  const [editor] = useLexicalComposerContext()
  const [opened, setOpened] = useState<Opened>()

  useEffect(
    () =>
      mergeRegister(
        editor.registerCommand(
          EDIT_LINK_COMMAND,
          () => {
            if (!editor.isEditable()) return false
            setOpened({ link: $linkAt($getSelection()), anchor: caretRect(editor) })
            return true
          },
          COMMAND_PRIORITY_EDITOR,
        ),
        editor.registerCommand(
          KEY_DOWN_COMMAND,
          (event) => {
            if (event.key.toLowerCase() !== 'k' || !(event.ctrlKey || event.metaKey) || event.shiftKey)
              return false
            event.preventDefault()
            return editor.dispatchCommand(EDIT_LINK_COMMAND, undefined)
          },
          COMMAND_PRIORITY_HIGH,
        ),
      ),
    [editor],
  )

  if (!opened) return <LinkBar />
  const close = (change?: () => void): void => {
    setOpened(undefined)
    if (change) editor.update(change)
    editor.focus()
  }
  return (
    <Suspense>
      <LinkDialog
        anchor={opened.anchor}
        link={opened.link}
        onCancel={() => close()}
        onDone={(url, text) => close(() => $setLink(opened.link, url, text))}
        onRemove={() => close(() => $removeLink(opened.link))}
      />
    </Suspense>
  )
}

/** The position of the selection in the window; undefined if nothing in the editor is selected. */
const caretRect = (editor: LexicalEditor): DOMRect | undefined => {
  const selection = window.getSelection()
  const root = editor.getRootElement()
  if (!selection || selection.rangeCount === 0 || !root?.contains(selection.anchorNode)) return undefined
  const rect = selection.getRangeAt(0).getBoundingClientRect()
  if (rect.height > 0) return rect
  const { anchorNode } = selection
  return anchorNode instanceof Element ? anchorNode.getBoundingClientRect() : rect
}
