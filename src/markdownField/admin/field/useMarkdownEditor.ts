'use client'

import { useEffect, useState } from 'react'

import type { MarkdownEditor } from './MarkdownEditor.tsx'

type Loaded = typeof MarkdownEditor | 'loading' | 'failed'

/** Loads the editor when it is first needed, so that no other page pays for it. */
export const useMarkdownEditor = (): Loaded => {
  const [editor, setEditor] = useState<Loaded>('loading')
  useEffect(() => {
    import('./MarkdownEditor.tsx').then(
      (loaded) => setEditor(() => loaded.MarkdownEditor),
      () => setEditor('failed'),
    )
  }, [])
  return editor
}
