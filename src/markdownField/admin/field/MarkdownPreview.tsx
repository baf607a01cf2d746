'use client'

import { lazy, Suspense, useDeferredValue } from 'react'

const RenderedMarkdown = lazy(async () => ({
  default: (await import('./RenderedMarkdown.tsx')).RenderedMarkdown,
}))

/** A Markdown text as readers will see it. What renders it is loaded when it is first shown. */
export const MarkdownPreview = ({ markdown }: { markdown: string }) => {
  const deferred = useDeferredValue(markdown)
  return (
    <section aria-label="Preview" className="markdown-preview" tabIndex={0}>
      <Suspense>
        <RenderedMarkdown markdown={deferred} />
      </Suspense>
    </section>
  )
}
