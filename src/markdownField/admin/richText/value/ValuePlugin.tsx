'use client'

import { useLexicalComposerContext } from '@payloadcms/richtext-lexical/lexical/react/LexicalComposerContext'
import { useEffect, useRef } from 'react'

import { giveToForm } from '../../formValue/giveToForm.ts'
import { useRichTextSettings, useRichTextValue } from '../RichTextContext.ts'
import { bindMarkdown, type BoundMarkdown } from './bindMarkdown.ts'

/** Synchronizes an editor with the Markdown of its form. */
export const ValuePlugin = () => {
  const [editor] = useLexicalComposerContext()
  const { value, onChange, onFail, isVisible } = useRichTextValue()
  const { attributes, isReadOnly } = useRichTextSettings()
  const connected = useRef<BoundMarkdown>(null)
  const latest = useRef({ value, onChange, onFail })

  useEffect(() => {
    latest.current = { value, onChange, onFail }
  })

  useEffect(() => {
    try {
      const connection = bindMarkdown(editor, latest.current.value, (markdown) =>
        giveToForm(() => latest.current.onChange(markdown)),
      )
      connected.current = connection
      return () => {
        connected.current = null
        connection.end()
      }
    } catch (error) {
      // Payload's own error boundary would catch the error, and the text of the form would be inaccessible.
      reportError(error)
      latest.current.onFail()
      return undefined
    }
  }, [editor])

  // On every render, since a form also responds to an edit that was undone at once with the value it had.
  useEffect(() => {
    if (!isVisible) return
    try {
      connected.current?.receive(value)
    } catch (error) {
      reportError(error)
      onFail()
    }
  })

  useEffect(() => {
    editor.setEditable(!isReadOnly)
  }, [editor, isReadOnly])

  useEffect(
    () =>
      editor.registerRootListener((root) => {
        if (!root) return
        for (const [name, text] of Object.entries(attributes)) root.setAttribute(name, text)
        root.setAttribute('aria-readonly', String(isReadOnly))
      }),
    [editor, attributes, isReadOnly],
  )

  return null
}
