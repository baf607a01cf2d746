'use client'

import { useEffect, useRef } from 'react'

import { createEditor, type Editor, type EditorSettings } from './createEditor.ts'
import { formValue, type FormValue } from './formValue.ts'

export type MarkdownEditorProps = {
  settings: EditorSettings
  value: string
  onChange: (value: string) => void
}

type Open = { editor: Editor; form: FormValue }

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
        latest.current.onChange(text)
      },
    })
    open.current = { editor, form }
    return () => {
      open.current = null
      editor.destroy()
    }
  }, [])

  // On every render, since a form also answers an edit that was taken back at once with the value it had.
  useEffect(() => {
    if (open.current?.form.isNews(value, open.current.editor.text())) open.current.editor.setText(value)
  })

  useEffect(() => open.current?.editor.configure(settings), [settings])

  return <div className="markdown-editor" ref={parent} />
}
