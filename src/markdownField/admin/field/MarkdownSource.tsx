'use client'

import type { MarkdownEditorProps } from './MarkdownEditor.tsx'
import { useMarkdownEditor } from './useMarkdownEditor.ts'

/** A Markdown text to edit; until the editor has arrived, the text itself. */
export const MarkdownSource = (props: MarkdownEditorProps) => {
  const MarkdownEditor = useMarkdownEditor()
  if (typeof MarkdownEditor === 'function') return <MarkdownEditor {...props} />
  return (
    <>
      {MarkdownEditor === 'failed' && (
        <p role="alert">The editor could not be loaded. Reload the page; what was saved is safe.</p>
      )}
      <pre aria-busy={MarkdownEditor === 'loading'} className="markdown-editor markdown-editor--plain">
        {props.value}
      </pre>
    </>
  )
}
