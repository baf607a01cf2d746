'use client'

import 'katex/dist/katex.min.css'
import { memo } from 'react'

import { renderHtml } from '../../markdown/html.ts'

// Boxes of tasks are the only inputs there are; the text beside a box is no label to screen readers.
const htmlOf = (markdown: string): string =>
  renderHtml(markdown).replaceAll('<input ', '<input aria-label="Task" ')

/** Markdown as HTML, sanitised. Brings the parser and KaTeX along, so load it lazily. */
export const RenderedMarkdown = memo(({ markdown }: { markdown: string }) => (
  <div className="markdown-preview__text" dangerouslySetInnerHTML={{ __html: htmlOf(markdown) }} />
))
