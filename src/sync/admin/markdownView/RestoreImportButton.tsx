'use client'

import { Button, ConfirmationModal, toast, useModal, useRouteTransition } from '@payloadcms/ui'
import { useRouter } from 'next/navigation.js'
import { useId } from 'react'

import { sentenceIn } from '../../../admin/sentenceIn.ts'
import { useWords } from '../../../admin/useWords.ts'

export type RestoreImportButtonProps = {
  /** The endpoint that restores the file. */
  action: string
  /** Labels of the fields that change. */
  changes: readonly string[]
  /** Where the restored document is reviewed. */
  editUrl: string
}

/** Restores a document's imported file as a draft, after a confirmation that names what will change. */
export const RestoreImportButton = ({ action, changes, editUrl }: RestoreImportButtonProps) => {
  const modalSlug = `restore-import-${useId()}`
  const { openModal } = useModal()
  const { t } = useWords()
  const { startRouteTransition } = useRouteTransition()
  const router = useRouter()
  const restore = async (): Promise<void> => {
    const response = await fetch(action, { method: 'POST', credentials: 'include' }).catch(() => undefined)
    const answer: unknown = await response?.json().catch(() => undefined)
    if (!response?.ok) {
      toast.error(sentenceIn(answer) ?? t('answerbook:markdownView:notRestored'))
      return
    }
    toast.success(sentenceIn(answer) ?? t('answerbook:markdownView:restored'))
    startRouteTransition(() => router.push(editUrl))
  }
  return (
    <>
      <Button buttonStyle="secondary" margin={false} onClick={() => openModal(modalSlug)} size="medium">
        {t('answerbook:markdownView:restore')}
      </Button>
      <ConfirmationModal
        body={
          <p>
            {t('answerbook:markdownView:restoreFields')} <strong>{changes.join(', ')}</strong>.{' '}
            {t('answerbook:markdownView:restoreDraft')}
          </p>
        }
        confirmLabel={t('general:restore')}
        heading={t('answerbook:markdownView:restoreHeading')}
        modalSlug={modalSlug}
        onConfirm={restore}
      />
    </>
  )
}
