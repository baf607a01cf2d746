'use client'

import { SetDocumentStepNav } from '@payloadcms/ui'
import type { CollectionSlug } from 'payload'
import { useRouter } from 'next/navigation.js'
import { useEffect } from 'react'

import { useWords } from '../../../admin/useWords.ts'
import { keptProblems } from '../../keptProblems.ts'
import { RunConflicts } from '../runConflicts/RunConflicts.tsx'
import { RunProgress } from '../runProgress/RunProgress.tsx'
import { useRunState } from '../runProgress/useRunState.ts'
import type { FieldLabels } from '../runResults/ResultRow.tsx'
import { RunResults } from '../runResults/RunResults.tsx'
import { RunActions } from './RunActions.tsx'
import { RunCounts } from './RunCounts.tsx'
import { isOfRun, RunErrors } from './RunErrors.tsx'
import { RunFacts } from './RunFacts.tsx'
import { RunProblems } from './RunProblems.tsx'
import type { StoredRun } from './storedRun.ts'
import { useFocusAfter } from './useFocusAfter.ts'

export type RunReportProps = {
  /** Slug of the collection of runs. */
  collection: CollectionSlug
  id: string
  run: StoredRun
  /** Pages of the documents of files, by path. */
  pages: Record<string, string>
  labels: FieldLabels
  /** Whether the user may start, cancel and settle. */
  mayRun: boolean
}

// Counts of files that the list of results leaves out.
const untouched = ['unchanged', 'identical', 'ignored']

const kindOf = ({ isDry, kind }: StoredRun): 'check' | 'export' | 'import' => {
  if (isDry) return 'check'
  return kind === 'export' ? 'export' : 'import'
}

/** The report of a run: its progress while it is running, then its counts, conflicts, files and problems. */
export const RunReport = ({ collection, id, labels, mayRun, pages, run }: RunReportProps) => {
  const { counts, isDry, problems, status } = run
  const { t } = useWords()
  const router = useRouter()
  const isRunning = status === 'running'
  const watched = useRunState(isRunning && mayRun ? id : undefined)
  const hasEnded = watched.state !== undefined && watched.state.status !== 'running'
  useEffect(() => {
    if (isRunning && hasEnded) router.refresh()
  }, [hasEnded, isRunning, router])
  const facts = useFocusAfter(isRunning)
  const shown = isRunning && watched.state ? watched.state.counts : counts
  const ofFiles = problems.filter((problem) => !isOfRun(problem))
  const isImport = run.kind === 'import' && !isDry
  const hasChanged = counts.some(([name, count]) => count > 0 && !untouched.includes(name))
  const hadConflicts = counts.some(([name, count]) => name === 'conflicts' && count > 0)
  return (
    <>
      <SetDocumentStepNav
        collectionSlug={collection}
        pluralLabel={t('answerbook:content:runs:plural')}
        useAsTitle="title"
        view={t('answerbook:runs:report')}
      />
      <div className="answerbook-run__top" ref={facts} tabIndex={-1}>
        <RunFacts run={run} />
      </div>
      <RunErrors problems={problems} />
      {isRunning && mayRun && <RunProgress kind={kindOf(run)} run={id} watched={watched} />}
      {shown.length > 0 && <RunCounts counts={shown} />}
      {!isRunning && mayRun && <RunActions id={id} run={run} />}
      {!isRunning && mayRun && isImport && <RunConflicts hadConflicts={hadConflicts} run={id} />}
      {ofFiles.length > 0 && (
        <RunProblems isCut={problems.length >= keptProblems} pages={pages} problems={ofFiles} />
      )}
      {problems.length === 0 && (
        <p className="answerbook-run__fine">
          {t(isRunning ? 'answerbook:runs:noProblemsSoFar' : 'answerbook:runs:noProblems')}
        </p>
      )}
      {!isRunning && mayRun && (
        <RunResults
          heading={t(isDry ? 'answerbook:importing:perFile' : 'answerbook:results:heading')}
          labels={labels}
          none={t(hasChanged ? 'answerbook:results:gone' : 'answerbook:results:none')}
          run={id}
        />
      )}
    </>
  )
}
