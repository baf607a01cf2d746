'use client'

import { toast } from '@payloadcms/ui'

import { sentenceIn } from '../../../admin/sentenceIn.ts'
import { useWords } from '../../../admin/useWords.ts'

export type RestoreTarget = {
  /** The endpoint that restores the file. */
  action: string
  /** When the state that the page compares was saved. */
  updatedAt: string | undefined
}

/**
 * A function that restores some fields of a document's imported file, or all, and says what came of it. It returns whether
 * they were restored.
 */
export const useRestore = ({
  action,
  updatedAt,
}: RestoreTarget): ((fields?: readonly string[]) => Promise<boolean>) => {
  const { t } = useWords()
  return async (fields) => {
    const response = await fetch(action, {
      method: 'POST',
      body: JSON.stringify({ fields, updatedAt }),
      credentials: 'include',
      headers: { 'Content-Type': 'application/json' },
    }).catch(() => undefined)
    const answer: unknown = await response?.json().catch(() => undefined)
    if (response?.ok) toast.success(sentenceIn(answer) ?? t('answerbook:markdownView:restored'))
    else toast.error(sentenceIn(answer) ?? t('answerbook:markdownView:notRestored'))
    return response?.ok === true
  }
}
