'use client'

import { Button } from '@payloadcms/ui'

import './PageButtons.css'
import { useWords } from './useWords.ts'

export type PageButtonsProps = {
  /** What is on the pages, for screen readers. */
  label: string
  page: number
  totalPages: number
  onChange: (page: number) => void
}

/** Buttons to the page before and after; Payload's have no names for screen readers (Payload 3.90, `ClickableArrow`). */
export const PageButtons = ({ label, onChange, page, totalPages }: PageButtonsProps) => {
  const { t } = useWords()
  if (totalPages < 2) return null
  return (
    <nav aria-label={label} className="answerbook-pages">
      <Button
        buttonStyle="secondary"
        disabled={page <= 1}
        margin={false}
        onClick={() => onChange(page - 1)}
        size="small"
      >
        {t('answerbook:results:previous')}
      </Button>
      <span>{t('answerbook:results:page', { page, total: totalPages })}</span>
      <Button
        buttonStyle="secondary"
        disabled={page >= totalPages}
        margin={false}
        onClick={() => onChange(page + 1)}
        size="small"
      >
        {t('answerbook:results:next')}
      </Button>
    </nav>
  )
}
