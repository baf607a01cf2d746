import type { Problem } from '../problems/problems.ts'
import { failedRun, fileProblem } from './import/conflictProblems.ts'
import type { Lease } from './records/lease.ts'
import type { RunKind } from './records/runRecords.ts'
import { type LeaseOptions, takeLease } from './records/takeLease.ts'
import type { Report } from './report.ts'

export type Run<Counts> = {
  kind: RunKind
  /** Updated by the work, which may be interrupted at any time. */
  counts: Counts
  /** Added to by the work. */
  problems: Problem[]
  /** Whether nothing is written, so that the run needs no lease and is not in the history. */
  isDry?: boolean
  /** A sentence that says how far a stopped run got. */
  stoppedAfter: () => string
}

/**
 * Does the work of an import or an export as the only run of its kind, and records in the history whether it finished,
 * was stopped by the signal, or failed. Returns the report; an error of the work is rethrown.
 */
export const withRun = async <Counts extends Record<string, number>>(
  options: LeaseOptions,
  { kind, counts, problems, isDry = false, stoppedAfter }: Run<Counts>,
  work: (lease: Lease | undefined) => Promise<void>,
): Promise<Report<Counts>> => {
  const started = performance.now()
  const lease = isDry ? undefined : await takeLease(options, kind)
  try {
    await work(lease)
  } catch (error) {
    await lease?.release('failed', counts, [...problems, failedRun(error)])
    throw error
  }
  const isStopped = options.signal?.aborted === true
  if (isStopped)
    problems.push(fileProblem('.', 'interrupted', stoppedAfter(), 'Run the same command again to continue.'))
  await lease?.release(isStopped ? 'interrupted' : undefined, counts, problems)
  return { ...counts, problems, seconds: (performance.now() - started) / 1000 }
}
