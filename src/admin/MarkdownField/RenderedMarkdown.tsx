'use client'

import 'katex/dist/katex.min.css'
import { memo } from 'react'

import { renderHtml } from '../../markdown/html.ts'

/** Markdown as HTML, sanitised. Brings the parser and KaTeX along, so load it lazily. */
export const RenderedMarkdown = memo(({ markdown }: { markdown: string }) => (
  <div className="markdown-preview__text" dangerouslySetInnerHTML={{ __html: renderHtml(markdown) }} />
))
