'use client'

import { useEffect, useState } from 'react'

type Loaded = typeof import('./MarkdownEditor.tsx').MarkdownEditor | 'loading' | 'failed'

/** Loads the editor where it is first needed, so that no other page pays for it. */
export const useMarkdownEditor = (): Loaded => {
  const [editor, setEditor] = useState<Loaded>('loading')
  useEffect(() => {
    import('./MarkdownEditor.tsx').then(
      ({ MarkdownEditor }) => setEditor(() => MarkdownEditor),
      () => setEditor('failed'),
    )
  }, [])
  return editor
}
