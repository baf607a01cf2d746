'use client'

import 'katex/dist/katex.min.css'
import { memo, type SyntheticEvent, useCallback, useMemo } from 'react'

import { useWords } from '../../../admin/useWords.ts'
import { renderHtml } from '../../../markdown/html.ts'
import { whyNotShown } from '../richText/image/whyNotShown.ts'

// Task check boxes are the only inputs in it; screen readers do not treat the text beside one as its label.
const htmlOf = (markdown: string, task: string): string =>
  renderHtml(markdown).replaceAll('<input ', `<input aria-label="${task}" `)

/** Markdown as HTML, sanitised. It needs the parser and KaTeX, so load it lazily. */
export const RenderedMarkdown = memo(({ markdown }: { markdown: string }) => {
  const { t } = useWords()
  const html = useMemo(() => htmlOf(markdown, t('answerbook:field:task')), [markdown, t])
  // An image that cannot be loaded would leave a hole, or nothing at all.
  const explain = useCallback(
    ({ target }: SyntheticEvent): void => {
      if (!(target instanceof HTMLImageElement)) return
      const note = document.createElement('span')
      note.className = 'answerbook-markdown-preview__missing'
      note.textContent = [target.alt, whyNotShown(t, target.src, window.location.href)]
        .filter(Boolean)
        .join(': ')
      target.replaceWith(note)
    },
    [t],
  )
  return (
    <div
      className="answerbook-markdown-preview__text"
      dangerouslySetInnerHTML={{ __html: html }}
      onErrorCapture={explain}
    />
  )
})
