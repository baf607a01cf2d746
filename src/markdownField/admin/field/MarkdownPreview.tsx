'use client'

import { lazy, Suspense, useDeferredValue } from 'react'

import { useWords } from '../../../admin/useWords.ts'

const RenderedMarkdown = lazy(async () => ({
  default: (await import('./RenderedMarkdown.tsx')).RenderedMarkdown,
}))

/** A Markdown text as readers will see it. The renderer is loaded when it is first shown. */
export const MarkdownPreview = ({ markdown }: { markdown: string }) => {
  const { t } = useWords()
  const deferred = useDeferredValue(markdown)
  return (
    <section aria-label={t('version:preview')} className="answerbook-markdown-preview" tabIndex={0}>
      <Suspense>
        <RenderedMarkdown markdown={deferred} />
      </Suspense>
    </section>
  )
}
