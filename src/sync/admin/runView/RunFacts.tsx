'use client'

import { Moment } from '../../../admin/Moment.tsx'
import { useWords } from '../../../admin/useWords.ts'
import { durationWords, runWords, toneOf } from './runWords.ts'
import type { StoredRun } from './storedRun.ts'

/** When a run was started, by whom and how, and how it ended. */
export const RunFacts = ({ run }: { run: StoredRun }) => {
  const { finishedAt, isDry, kind, options, startedAt, status, trigger, who } = run
  const { language, t } = useWords()
  const words = runWords(t)
  const duration = durationWords(language, startedAt, finishedAt)
  const asked = words.options(options)
  return (
    <dl className="answerbook-run__facts">
      <div>
        <dt>{isDry ? t('answerbook:runs:dryOf', { kind: words.kind(kind) }) : words.kind(kind)}</dt>
        <dd className={`answerbook-run__status--${toneOf(status)}`}>
          <span role="status">{words.status(status)}</span>
        </dd>
      </div>
      <div>
        <dt>{t('answerbook:runs:started')}</dt>
        <dd>{startedAt === undefined ? t('answerbook:runs:unknown') : <Moment at={startedAt} />}</dd>
      </div>
      {duration !== undefined && (
        <div>
          <dt>{t('answerbook:runs:duration')}</dt>
          <dd>{duration}</dd>
        </div>
      )}
      <div>
        <dt>{t('answerbook:runs:startedBy')}</dt>
        <dd>{[who, words.trigger(trigger)].filter(Boolean).join(', ')}</dd>
      </div>
      {asked.length > 0 && (
        <div>
          <dt>{t('answerbook:runs:options')}</dt>
          <dd>{asked.join('; ')}</dd>
        </div>
      )}
    </dl>
  )
}
