'use client'

import { useEffect, useRef, useState, useSyncExternalStore } from 'react'

import { useWords } from '../../../admin/useWords.ts'
import '../../../markdownField/admin/field/MarkdownField.css'
import type { ShownConflict } from '../runRequests/runAnswers.ts'

const narrow = '(max-width: 900px)'

const watchWidth = (changed: () => void): (() => void) => {
  const query = window.matchMedia(narrow)
  query.addEventListener('change', changed)
  return () => query.removeEventListener('change', changed)
}

const useIsNarrow = (): boolean =>
  useSyncExternalStore(
    watchWidth,
    () => window.matchMedia(narrow).matches,
    () => false,
  )

/** The two values of a field that is in conflict, with their differences marked. */
export const ConflictComparison = ({ conflict }: { conflict: ShownConflict }) => {
  const { t } = useWords()
  const parent = useRef<HTMLDivElement>(null)
  const isNarrow = useIsNarrow()
  const [isLoaded, setIsLoaded] = useState(false)
  const { cms, file, isMarkdown, label } = conflict
  useEffect(() => {
    let end: (() => void) | undefined
    let isLeft = false
    // Loaded when it is needed, so that other pages do not pay for the editor.
    void import('./createComparison.ts').then(
      ({ createComparison }) => {
        if (isLeft || !parent.current) return
        const labels = {
          cms: t('answerbook:conflicts:cmsOf', { label }),
          file: t('answerbook:conflicts:fileOf', { label }),
          both: t('answerbook:conflicts:bothOf', { label }),
        }
        setIsLoaded(true)
        end = createComparison({
          cms: cms ?? '',
          file: file ?? '',
          isMarkdown,
          isNarrow,
          labels,
          parent: parent.current,
        })
      },
      // Without the editor, both texts stay as they are below.
      () => setIsLoaded(false),
    )
    return () => {
      isLeft = true
      end?.()
    }
  }, [cms, file, isMarkdown, isNarrow, label, t])
  return (
    <div className={`answerbook-conflict__texts${isNarrow ? ' answerbook-conflict__texts--narrow' : ''}`}>
      <div aria-hidden className="answerbook-conflict__sides">
        <span>{cms === null ? t('answerbook:conflicts:cmsEmpty') : t('answerbook:conflicts:cms')}</span>
        <span>{file === null ? t('answerbook:conflicts:fileEmpty') : t('answerbook:conflicts:file')}</span>
      </div>
      {!isLoaded && (
        <div className="answerbook-conflict__plain">
          <pre>{cms}</pre>
          <pre>{file}</pre>
        </div>
      )}
      <div className="answerbook-conflict__comparison" ref={parent} />
    </div>
  )
}
