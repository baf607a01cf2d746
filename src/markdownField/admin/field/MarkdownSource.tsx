'use client'

import { useWords } from '../../../admin/useWords.ts'
import type { MarkdownEditorProps } from './MarkdownEditor.tsx'
import { useMarkdownEditor } from './useMarkdownEditor.ts'

/** A Markdown text to edit; until the editor has loaded, the text itself. */
export const MarkdownSource = (props: MarkdownEditorProps) => {
  const MarkdownEditor = useMarkdownEditor()
  const { t } = useWords()
  if (typeof MarkdownEditor === 'function') return <MarkdownEditor {...props} />
  return (
    <>
      {MarkdownEditor === 'failed' && <p role="alert">{t('answerbook:field:notLoaded')}</p>}
      <pre
        aria-busy={MarkdownEditor === 'loading'}
        className="answerbook-markdown-editor answerbook-markdown-editor--plain"
      >
        {props.value}
      </pre>
    </>
  )
}
