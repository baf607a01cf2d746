'use client'

import { Button, Link } from '@payloadcms/ui'
import { useId, useState } from 'react'

import { useWords } from '../../../admin/useWords.ts'
import type { ShownConflict } from '../runRequests/runAnswers.ts'
import { useRunAddresses } from '../runRequests/useRunAddresses.ts'
import { ConflictComparison } from './ConflictComparison.tsx'
import type { Refusal, Side } from './useConflicts.ts'

export type ConflictProps = {
  conflict: ShownConflict
  /** Whether another choice is being saved. */
  isDisabled: boolean
  onSettle: (take: Side) => Promise<Refusal>
}

/** One field that the file and the CMS have both changed, with a button for each value. */
export const Conflict = ({ conflict, isDisabled, onSettle }: ConflictProps) => {
  const id = useId()
  const { page } = useRunAddresses()
  const { t } = useWords()
  const [saving, setSaving] = useState<Side>()
  const [refusal, setRefusal] = useState<Refusal>()
  const { document, label, path } = conflict
  const title = document?.title || path
  const settle = async (take: Side): Promise<void> => {
    setSaving(take)
    setRefusal(undefined)
    setRefusal(await onSettle(take))
    setSaving(undefined)
  }
  const button = (side: Side) => (
    <Button
      aria-label={t(`answerbook:conflicts:take:${side}Of`, { label, title })}
      buttonStyle={side === 'file' ? 'primary' : 'secondary'}
      disabled={isDisabled || saving !== undefined}
      margin={false}
      onClick={() => void settle(side)}
      size="medium"
    >
      {t(saving === side ? 'answerbook:conflicts:saving' : `answerbook:conflicts:take:${side}`)}
    </Button>
  )
  return (
    <li aria-labelledby={id} className="answerbook-conflict">
      <h3 className="answerbook-conflict__heading" id={id} tabIndex={-1}>
        {label}
        <span className="answerbook-conflict__of">
          {document && document.collection !== '' ? (
            <Link href={page(document.collection, document.id)} prefetch={false}>
              {title}
            </Link>
          ) : (
            title
          )}
          {title !== path && <span className="answerbook-results__path">{path}</span>}
        </span>
      </h3>
      <ConflictComparison conflict={conflict} />
      {refusal !== undefined && (
        <p className="answerbook-conflict__refusal" role="alert">
          {refusal || t('answerbook:conflicts:notSaved')}
        </p>
      )}
      <div className="answerbook-conflict__choices">
        {button('cms')}
        {button('file')}
      </div>
    </li>
  )
}
