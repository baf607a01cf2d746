'use client'

import { useDeferredValue, useMemo } from 'react'

import { useWords } from '../../../admin/useWords.ts'
import { countWords } from './countWords.ts'

/** How long a Markdown text is. */
export const WordCount = ({ markdown }: { markdown: string }) => {
  const { language, t } = useWords()
  const deferred = useDeferredValue(markdown)
  const { words, characters } = useMemo(() => countWords(deferred), [deferred])
  return (
    <p className="answerbook-word-count">
      {t('answerbook:field:words', { count: words, number: words.toLocaleString(language) })},{' '}
      {t('answerbook:field:characters', { count: characters, number: characters.toLocaleString(language) })}
    </p>
  )
}
