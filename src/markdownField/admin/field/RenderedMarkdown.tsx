'use client'

import 'katex/dist/katex.min.css'
import { memo, type SyntheticEvent } from 'react'

import { renderHtml } from '../../../markdown/html.ts'
import { whyNotShown } from '../richText/image/whyNotShown.ts'

// Boxes of tasks are the only inputs there are; the text beside a box is no label to screen readers.
const htmlOf = (markdown: string): string =>
  renderHtml(markdown).replaceAll('<input ', '<input aria-label="Task" ')

// An image that does not come would be a hole, or nothing at all.
const explain = ({ target }: SyntheticEvent): void => {
  if (!(target instanceof HTMLImageElement)) return
  const note = document.createElement('span')
  note.className = 'markdown-preview__missing'
  note.textContent = [target.alt, whyNotShown(target.src, window.location.href)].filter(Boolean).join(': ')
  target.replaceWith(note)
}

/** Markdown as HTML, sanitised. Brings the parser and KaTeX along, so load it lazily. */
export const RenderedMarkdown = memo(({ markdown }: { markdown: string }) => (
  <div
    className="markdown-preview__text"
    dangerouslySetInnerHTML={{ __html: htmlOf(markdown) }}
    onErrorCapture={explain}
  />
))
