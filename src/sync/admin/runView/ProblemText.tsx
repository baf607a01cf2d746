'use client'

import { useId, useState } from 'react'

import { useWords } from '../../../admin/useWords.ts'
import type { StoredProblem } from './storedRun.ts'

// Messages about conflicts contain both values, which may be whole answers.
const maxShown = 360

/** What a problem is, what to do about it, and its code. A long message is cut, with a button that shows the rest. */
export const ProblemText = ({ problem: { code, message, remedy } }: { problem: StoredProblem }) => {
  const id = useId()
  const { t } = useWords()
  const [isOpen, setIsOpen] = useState(false)
  const isLong = message.length > maxShown
  return (
    <>
      <span id={id}>{isLong && !isOpen ? `${message.slice(0, maxShown).trimEnd()}…` : message}</span>{' '}
      {isLong && (
        <button
          aria-controls={id}
          aria-expanded={isOpen}
          className="answerbook-run__rest"
          onClick={() => setIsOpen(!isOpen)}
          type="button"
        >
          {t(isOpen ? 'answerbook:runs:less' : 'answerbook:runs:rest')}
        </button>
      )}{' '}
      <span className="answerbook-run__remedy">{remedy}</span>{' '}
      <code className="answerbook-run__code">{code}</code>
    </>
  )
}
