'use client'

import { useDeferredValue, useMemo } from 'react'

import { countWords } from './countWords.ts'

/** How long a Markdown text is. */
export const WordCount = ({ markdown }: { markdown: string }) => {
  const deferred = useDeferredValue(markdown)
  const { words, characters } = useMemo(() => countWords(deferred), [deferred])
  return (
    <p className="word-count">
      {words.toLocaleString()} {words === 1 ? 'word' : 'words'}, {characters.toLocaleString()} characters
    </p>
  )
}
