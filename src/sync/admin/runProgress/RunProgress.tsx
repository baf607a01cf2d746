'use client'

import { useWords } from '../../../admin/useWords.ts'
import { CancelButton } from './CancelButton.tsx'
import { announcement, phaseWords, progressFacts, shareOf } from './progressWords.ts'
import './RunProgress.css'
import type { WatchedRun } from './useRunState.ts'

export type RunProgressProps = { run: string; kind: 'check' | 'export' | 'import'; watched: WatchedRun }

/** What a run is doing, how far it has got, and a button that cancels it. */
export const RunProgress = ({ kind, run, watched: { isLost, state } }: RunProgressProps) => {
  const { language, t } = useWords()
  const share = state && shareOf(state)
  const phase = phaseWords(t, state?.phase ?? '')
  return (
    <section aria-label={t('answerbook:progress:label')} className="answerbook-progress">
      <p className="answerbook-progress__phase">
        {phase}
        {share !== undefined && <span> {Math.floor(share * 100)}%</span>}
      </p>
      <progress aria-label={phase} max={1} {...(share === undefined ? {} : { value: share })} />
      <p className="answerbook-progress__facts">
        {state ? progressFacts(t, language, state).join(' · ') : ''}
        {'\u00a0'}
      </p>
      <p className="answerbook-hidden" role="status">
        {state ? announcement(t, state) : phase}
      </p>
      {isLost && (
        <p className="answerbook-progress__lost" role="alert">
          {t('answerbook:progress:lost')}
        </p>
      )}
      <CancelButton isCancelling={state?.isCancelling === true} kind={kind} run={run} />
    </section>
  )
}
