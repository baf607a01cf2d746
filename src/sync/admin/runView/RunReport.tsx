'use client'

import { SetDocumentStepNav } from '@payloadcms/ui'
import type { CollectionSlug } from 'payload'
import { useRouter } from 'next/navigation.js'
import { useEffect } from 'react'

import { Moment } from '../../../admin/Moment.tsx'
import { RunProblems } from './RunProblems.tsx'
import { statusWords, durationWords } from './runWords.ts'
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

const triggers: Record<string, string> = {
  command: 'command line',
  migration: 'migration',
  admin: 'admin panel',
}

/** A run for people; while it goes on, its counts follow. */
export const RunReport = ({ collection, pages, run }: RunReportProps) => {
  const { asked, counts, finishedAt, kind, problems, startedAt, status, trigger, who } = run
  useFreshWhile(status === 'running')
  const { label, tone } = statusWords(status)
  const duration = durationWords(startedAt, finishedAt)
  return (
    <>
      <SetDocumentStepNav collectionSlug={collection} pluralLabel="Runs" useAsTitle="title" view="Report" />
      <dl className="answerbook-run__facts">
        <div>
          <dt>{kind === 'import' ? 'Import' : 'Export'}</dt>
          <dd className={`answerbook-run__status--${tone}`} role="status">
            {label}
          </dd>
        </div>
        <div>
          <dt>Began</dt>
          <dd>{startedAt === undefined ? 'Unknown' : <Moment at={startedAt} />}</dd>
        </div>
        {duration !== undefined && (
          <div>
            <dt>Took</dt>
            <dd>{duration}</dd>
          </div>
        )}
        <div>
          <dt>Started by</dt>
          <dd>{[who, triggers[trigger] ?? trigger].filter(Boolean).join(', ')}</dd>
        </div>
        {asked.length > 0 && (
          <div>
            <dt>Asked for</dt>
            <dd>{asked.join('; ')}</dd>
          </div>
        )}
      </dl>
      {counts.length > 0 && (
        <ul aria-label="Files" className="answerbook-run__counts">
          {counts.map(([name, count]) => (
            <li className={count === 0 ? 'answerbook-run__count--none' : undefined} key={name}>
              <strong>{count.toLocaleString('en')}</strong> {name}
            </li>
          ))}
        </ul>
      )}
      {problems.length > 0 ? (
        <RunProblems pages={pages} problems={problems} />
      ) : (
        <p className="answerbook-run__fine">
          {status === 'running' ? 'No problem so far.' : 'No problems: nothing to look at.'}
        </p>
      )}
    </>
  )
}
