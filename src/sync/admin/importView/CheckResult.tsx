'use client'

import { Banner, Button } from '@payloadcms/ui'
import { useEffect, useId, useRef } from 'react'

import { useWords } from '../../../admin/useWords.ts'
import { RunProgress } from '../runProgress/RunProgress.tsx'
import { useRunState } from '../runProgress/useRunState.ts'
import { StartProblem } from '../runRequests/StartProblem.tsx'
import { useRun } from '../runRequests/useRun.ts'
import type { FieldLabels } from '../runResults/ResultRow.tsx'
import { RunResults } from '../runResults/RunResults.tsx'
import { RunCounts } from '../runView/RunCounts.tsx'
import { RunErrors } from '../runView/RunErrors.tsx'

export type CheckResultProps = {
  /** Id of the run that checks. */
  run: string
  /** Slug of the collection of runs. */
  collection: string
  labels: FieldLabels
  isStarting: boolean
  /** Why the import was not started, if it was not. */
  problem: string | undefined
  onImport: () => void
}

/** What an import would do: progress while it is being checked, then counts, each file, and the button that imports. */
export const CheckResult = ({ collection, isStarting, labels, onImport, problem, run }: CheckResultProps) => {
  const id = useId()
  const heading = useRef<HTMLHeadingElement>(null)
  const { t } = useWords()
  const watched = useRunState(run)
  const { state } = watched
  const hasEnded = state !== undefined && state.status !== 'running'
  const { problems = [] } = useRun(collection, run, hasEnded) ?? {}
  useEffect(() => {
    if (hasEnded) heading.current?.focus()
  }, [hasEnded])
  if (!hasEnded) return <RunProgress kind="check" run={run} watched={watched} />
  const isUsable = state.status === 'done' || state.status === 'errors'
  return (
    <section aria-labelledby={id} className="answerbook-check">
      <h2 className="answerbook-check__heading" id={id} ref={heading} tabIndex={-1}>
        {t(isUsable ? 'answerbook:importing:checked' : 'answerbook:importing:notChecked')}
      </h2>
      {isUsable ? (
        <>
          <RunCounts counts={state.counts} />
          <RunErrors problems={problems} />
          <div className="answerbook-check__import">
            <Button disabled={isStarting} margin={false} onClick={onImport} size="large">
              {t(isStarting ? 'answerbook:importing:starting' : 'answerbook:importing:import')}
            </Button>
            <span className="answerbook-run__fine">{t('answerbook:importing:nothingWritten')}</span>
          </div>
          <StartProblem problem={problem} />
          <RunResults
            heading={t('answerbook:importing:perFile')}
            labels={labels}
            none={t('answerbook:importing:noChange')}
            run={run}
          />
        </>
      ) : (
        <>
          <RunErrors problems={problems} />
          {state.status !== 'failed' && <Banner type="error">{t('answerbook:importing:checkEnded')}</Banner>}
        </>
      )}
    </section>
  )
}
