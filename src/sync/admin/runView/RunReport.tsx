'use client'

import { SetDocumentStepNav } from '@payloadcms/ui'
import type { CollectionSlug } from 'payload'
import { useRouter } from 'next/navigation.js'
import { useEffect } from 'react'

import { Moment } from '../../../admin/Moment.tsx'
import { useWords } from '../../../admin/useWords.ts'
import { RunProblems } from './RunProblems.tsx'
import { durationWords, runWords, toneOf } from './runWords.ts'
import type { StoredRun } from './storedRun.ts'

export type RunReportProps = {
  /** Slug of the collection of runs. */
  collection: CollectionSlug
  run: StoredRun
  /** Pages of the documents of files, by path. */
  pages: Record<string, string>
}

const refreshEvery = 3_000

const useFreshWhile = (isRunning: boolean): void => {
  const router = useRouter()
  useEffect(() => {
    if (!isRunning) return undefined
    const timer = setInterval(() => router.refresh(), refreshEvery)
    return () => clearInterval(timer)
  }, [isRunning, router])
}

/** The report of a run; its counts are updated while it is running. */
export const RunReport = ({ collection, pages, run }: RunReportProps) => {
  const { counts, finishedAt, kind, options, problems, startedAt, status, trigger, who } = run
  const { language, t } = useWords()
  const words = runWords(t)
  useFreshWhile(status === 'running')
  const duration = durationWords(startedAt, finishedAt)
  const asked = words.options(options)
  return (
    <>
      <SetDocumentStepNav
        collectionSlug={collection}
        pluralLabel={t('answerbook:content:runs:plural')}
        useAsTitle="title"
        view={t('answerbook:runs:report')}
      />
      <dl className="answerbook-run__facts">
        <div>
          <dt>{words.kind(kind)}</dt>
          <dd className={`answerbook-run__status--${toneOf(status)}`} role="status">
            {words.status(status)}
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
      {counts.length > 0 && (
        <ul aria-label={t('answerbook:runs:files')} className="answerbook-run__counts">
          {counts.map(([name, count]) => (
            <li className={count === 0 ? 'answerbook-run__count--none' : undefined} key={name}>
              <strong>{count.toLocaleString(language)}</strong> {words.count(name)}
            </li>
          ))}
        </ul>
      )}
      {problems.length > 0 ? (
        <RunProblems pages={pages} problems={problems} />
      ) : (
        <p className="answerbook-run__fine">
          {t(status === 'running' ? 'answerbook:runs:noProblemsSoFar' : 'answerbook:runs:noProblems')}
        </p>
      )}
    </>
  )
}
