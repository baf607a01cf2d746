'use client'

import { useEffect, useId, useRef, useState } from 'react'

import { PageButtons } from '../../../admin/PageButtons.tsx'
import { useWords } from '../../../admin/useWords.ts'
import { counted } from '../../../translations/translate.ts'
import type { ShownConflict } from '../runRequests/runAnswers.ts'
import { Conflict } from './Conflict.tsx'
import './RunConflicts.css'
import { SettleAll } from './SettleAll.tsx'
import { type Refusal, type Side, useConflicts } from './useConflicts.ts'

export type RunConflictsProps = {
  run: string
  /** Whether the run has found any. */
  hadConflicts: boolean
}

/** The open conflicts of an import, each with both values, and a choice for one or for all. */
export const RunConflicts = ({ hadConflicts, run }: RunConflictsProps) => {
  const id = useId()
  const section = useRef<HTMLElement>(null)
  const { language, t } = useWords()
  const { goTo, open, problem, settle, settleAll } = useConflicts(run)
  const [isBusy, setIsBusy] = useState(false)
  const [settledAt, setSettledAt] = useState<number>()
  const [message, setMessage] = useState('')
  useEffect(() => {
    if (settledAt === undefined) return
    const headings = section.current?.querySelectorAll<HTMLElement>('h3') ?? []
    const next = headings[Math.min(settledAt, headings.length - 1)] ?? section.current?.querySelector('h2')
    if (next instanceof HTMLElement) next.focus()
  }, [settledAt, open])
  const choose = async (conflict: ShownConflict, take: Side, at: number): Promise<Refusal> => {
    setIsBusy(true)
    const refusal = await settle(conflict, take)
    setIsBusy(false)
    if (refusal === undefined) {
      setMessage(t(`answerbook:conflicts:settled:${take}`, { label: conflict.label }))
      setSettledAt(at)
    }
    return refusal
  }
  const chooseAll = async (take: Side): Promise<Refusal> => {
    setIsBusy(true)
    const refusal = await settleAll(take)
    setIsBusy(false)
    if (refusal === undefined) setSettledAt(0)
    return refusal
  }
  if (!open && problem === undefined)
    return hadConflicts ? <p className="answerbook-run__fine">{t('answerbook:results:loading')}</p> : null
  if (open?.totalDocs === 0 && !hadConflicts) return null
  return (
    <section aria-labelledby={id} className="answerbook-conflicts" ref={section}>
      <h2 className="answerbook-run__heading" id={id} tabIndex={-1}>
        {open && open.totalDocs > 0
          ? t('answerbook:conflicts:heading', counted(open.totalDocs, language))
          : t('answerbook:conflicts:none')}
      </h2>
      <p className="answerbook-hidden" role="status">
        {message}
      </p>
      {problem !== undefined && <p role="alert">{problem || t('answerbook:results:notLoaded')}</p>}
      {open && open.totalDocs > 0 && (
        <>
          <p className="answerbook-run__fine">{t('answerbook:conflicts:about')}</p>
          {open.totalDocs > 1 && (
            <SettleAll isDisabled={isBusy} onSettle={chooseAll} total={open.totalDocs} />
          )}
          <ul className="answerbook-conflicts__list">
            {open.docs.map((conflict, at) => (
              <Conflict
                conflict={conflict}
                isDisabled={isBusy}
                key={`${conflict.path} ${conflict.field}`}
                onSettle={(take) => choose(conflict, take, at)}
              />
            ))}
          </ul>
          <PageButtons
            label={t('answerbook:conflicts:pages')}
            onChange={goTo}
            page={open.page}
            totalPages={open.totalPages}
          />
        </>
      )}
    </section>
  )
}
