'use client'

import { Button, ConfirmationModal, toast, useModal } from '@payloadcms/ui'
import { useId } from 'react'

import { useWords } from '../../../admin/useWords.ts'
import { counted } from '../../../translations/translate.ts'
import type { Refusal, Side } from './useConflicts.ts'

export type SettleAllProps = {
  /** Number of open conflicts. */
  total: number
  isDisabled: boolean
  onSettle: (take: Side) => Promise<Refusal>
}

const sides = ['cms', 'file'] as const

/** Settles all conflicts of a run in the same way, after a confirmation. */
export const SettleAll = ({ isDisabled, onSettle, total }: SettleAllProps) => {
  const id = useId()
  const { openModal } = useModal()
  const { language, t } = useWords()
  const settle = async (side: Side): Promise<void> => {
    const refusal = await onSettle(side)
    if (refusal === undefined) toast.success(t('answerbook:conflicts:allSettled'))
    else toast.error(refusal || t('answerbook:conflicts:notSaved'))
  }
  return (
    <div className="answerbook-conflict__choices">
      {sides.map((side) => (
        <div key={side}>
          <Button
            buttonStyle="secondary"
            disabled={isDisabled}
            margin={false}
            onClick={() => openModal(`${id}-${side}`)}
            size="medium"
          >
            {t(`answerbook:conflicts:takeAll:${side}`)}
          </Button>
          <ConfirmationModal
            body={<p>{t(`answerbook:conflicts:takeAllMeans:${side}`)}</p>}
            confirmLabel={t(`answerbook:conflicts:takeAll:${side}`)}
            heading={t('answerbook:conflicts:takeAllHeading', counted(total, language))}
            modalSlug={`${id}-${side}`}
            onConfirm={() => settle(side)}
          />
        </div>
      ))}
    </div>
  )
}
