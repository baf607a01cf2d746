'use client'

import { Button, ConfirmationModal, toast, useModal } from '@payloadcms/ui'
import { useId, useState } from 'react'

import { useWords } from '../../../admin/useWords.ts'
import { ask } from '../../../admin/ask.ts'
import { useRunAddresses } from '../runRequests/useRunAddresses.ts'

export type CancelButtonProps = {
  run: string
  kind: 'check' | 'export' | 'import'
  /** Whether the run has been told to end. */
  isCancelling: boolean
}

/** Cancels a run, after saying what that means; a check changes nothing, so it is not asked about. */
export const CancelButton = ({ isCancelling, kind, run }: CancelButtonProps) => {
  const modalSlug = `cancel-run-${useId()}`
  const { openModal } = useModal()
  const { api } = useRunAddresses()
  const { t } = useWords()
  const [isAsked, setIsAsked] = useState(false)
  const cancel = async (): Promise<void> => {
    setIsAsked(true)
    const answer = await ask(api(`runs/${run}/cancel`), { body: {} })
    if (answer.ok) return
    setIsAsked(false)
    toast.error(answer.problem ?? t('answerbook:progress:notCancelled'))
  }
  const isEnding = isAsked || isCancelling
  return (
    <>
      <Button
        buttonStyle="secondary"
        disabled={isEnding}
        margin={false}
        onClick={() => (kind === 'check' ? void cancel() : openModal(modalSlug))}
        size="medium"
      >
        {t(isEnding ? 'answerbook:progress:cancelling' : 'answerbook:progress:cancel')}
      </Button>
      {kind !== 'check' && (
        <ConfirmationModal
          body={<p>{t(`answerbook:progress:cancelMeans:${kind}`)}</p>}
          cancelLabel={t('answerbook:progress:keepRunning')}
          confirmLabel={t('answerbook:progress:cancel')}
          heading={t(`answerbook:progress:cancelHeading:${kind}`)}
          modalSlug={modalSlug}
          onConfirm={cancel}
        />
      )}
    </>
  )
}
