'use client'

import { Button, ConfirmationModal, toast, useModal, useRouteTransition } from '@payloadcms/ui'
import { useRouter } from 'next/navigation.js'
import { useId } from 'react'

import { sentenceIn } from '../../../admin/sentenceIn.ts'

export type RestoreImportButtonProps = {
  /** Where the restoring is asked for. */
  action: string
  /** Labels of the fields that change. */
  changes: readonly string[]
  /** Where the restored document is looked over. */
  editUrl: string
}

/** Asks, with what will change, and takes a document back to its imported file as a draft. */
export const RestoreImportButton = ({ action, changes, editUrl }: RestoreImportButtonProps) => {
  const modalSlug = `restore-import-${useId()}`
  const { openModal } = useModal()
  const { startRouteTransition } = useRouteTransition()
  const router = useRouter()
  const restore = async (): Promise<void> => {
    const response = await fetch(action, { method: 'POST', credentials: 'include' }).catch(() => undefined)
    const answer: unknown = await response?.json().catch(() => undefined)
    if (!response?.ok) {
      toast.error(sentenceIn(answer) ?? 'Not restored: the server could not be asked. Try again.')
      return
    }
    toast.success(sentenceIn(answer) ?? 'Restored.')
    startRouteTransition(() => router.push(editUrl))
  }
  return (
    <>
      <Button buttonStyle="secondary" margin={false} onClick={() => openModal(modalSlug)} size="medium">
        Restore the file as imported
      </Button>
      <ConfirmationModal
        body={
          <p>
            These fields go back to what the imported file says: <strong>{changes.join(', ')}</strong>. That
            is saved as a draft: readers see nothing of it until it is published, and what is here now stays
            among the versions.
          </p>
        }
        confirmLabel="Restore"
        heading="Restore the file as imported?"
        modalSlug={modalSlug}
        onConfirm={restore}
      />
    </>
  )
}
