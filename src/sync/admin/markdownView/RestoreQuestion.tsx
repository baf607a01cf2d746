'use client'

import { useWords } from '../../../admin/useWords.ts'

/** What a confirmation says before fields are restored: their labels, and that a draft is saved. */
export const RestoreQuestion = ({ changes }: { changes: readonly string[] }) => {
  const { t } = useWords()
  return (
    <p>
      {t('answerbook:markdownView:restoreFields')} <strong>{changes.join(', ')}</strong>.{' '}
      {t('answerbook:markdownView:restoreDraft')}
    </p>
  )
}
