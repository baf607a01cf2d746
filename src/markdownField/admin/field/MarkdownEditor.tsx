'use client'

import { useEffect, useRef } from 'react'

import { createEditor, type Editor, type EditorSettings } from './createEditor.ts'
import { formValue } from '../formValue/formValue.ts'
import { giveToForm } from '../formValue/giveToForm.ts'
import { type NewsReceiver, receiveExternalChanges } from '../formValue/receiveExternalChanges.ts'

export type MarkdownEditorProps = {
  settings: EditorSettings
  value: string
  onChange: (value: string) => void
}

type Open = { editor: Editor; news: NewsReceiver }

/** A Markdown text in CodeMirror, in step with the value of a form. */
export const MarkdownEditor = ({ settings, value, onChange }: MarkdownEditorProps) => {
  const parent = useRef<HTMLDivElement>(null)
  const open = useRef<Open>(null)
  const latest = useRef({ settings, value, onChange })

  useEffect(() => {
    latest.current = { settings, value, onChange }
  })

  useEffect(() => {
    if (!parent.current) return
    const form = formValue(latest.current.value)
    const editor = createEditor({
      parent: parent.current,
      text: latest.current.value,
      settings: latest.current.settings,
      onChange: (text) => {
        form.sent(text)
        giveToForm(() => latest.current.onChange(text))
      },
    })
    const news = receiveExternalChanges(form, editor.text, editor.setText)
    open.current = { editor, news }
    return () => {
      open.current = null
      news.end()
      editor.destroy()
    }
  }, [])

  // On every render, since a form also responds to an edit that was undone at once with the value it had.
  useEffect(() => {
    open.current?.news.receive(value)
  })

  useEffect(() => open.current?.editor.configure(settings), [settings])

  return <div className="answerbook-markdown-editor" ref={parent} />
}
