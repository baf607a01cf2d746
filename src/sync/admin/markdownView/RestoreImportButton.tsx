'use client'

import { Button, ConfirmationModal, useModal, useRouteTransition } from '@payloadcms/ui'
import { useRouter } from 'next/navigation.js'
import { useId } from 'react'

import { useWords } from '../../../admin/useWords.ts'
import { RestoreQuestion } from './RestoreQuestion.tsx'
import { type RestoreTarget, useRestore } from './useRestore.ts'

export type RestoreImportButtonProps = {
  target: RestoreTarget
  /** Labels of the fields that change. */
  changes: readonly string[]
  /** Where the restored document is reviewed. */
  editUrl: string
}

/** Restores a document's imported file as a draft, after a confirmation that names what will change. */
export const RestoreImportButton = ({ changes, editUrl, target }: RestoreImportButtonProps) => {
  const modalSlug = `restore-import-${useId()}`
  const { openModal } = useModal()
  const { t } = useWords()
  const { startRouteTransition } = useRouteTransition()
  const router = useRouter()
  const restore = useRestore(target)
  const confirm = async (): Promise<void> => {
    if (await restore()) startRouteTransition(() => router.push(editUrl))
  }
  return (
    <>
      <Button buttonStyle="secondary" margin={false} onClick={() => openModal(modalSlug)} size="medium">
        {t('answerbook:markdownView:restore')}
      </Button>
      <ConfirmationModal
        body={<RestoreQuestion changes={changes} />}
        confirmLabel={t('general:restore')}
        heading={t('answerbook:markdownView:restoreHeading')}
        modalSlug={modalSlug}
        onConfirm={confirm}
      />
    </>
  )
}
