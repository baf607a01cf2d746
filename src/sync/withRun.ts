import type { Problem } from '../problems/problems.ts'
import { failedRun, fileProblem } from './import/conflictProblems.ts'
import type { Lease } from './records/lease.ts'
import type { RunKind } from './records/runRecords.ts'
import { type LeaseOptions, takeLease } from './records/takeLease.ts'
import type { Report } from './report.ts'
import { type RunHooks, suspended } from './runHooks.ts'

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

const remedyOf = ({ trigger }: LeaseOptions): string =>
  trigger === 'admin' ? 'Start it again to continue.' : 'Run the same command again to continue.'

/**
 * Does the work of an import or an export as the only run of the database, and records in the history whether it finished,
 * was stopped by the signal, or failed; a suspended run stays unfinished there. Returns the report; an error of the work
 * is rethrown. A dry run works without its lease, so that it cannot write.
 */
export const withRun = async <Counts extends Record<string, number>>(
  options: LeaseOptions & RunHooks,
  { kind, counts, problems, isDry = false, stoppedAfter }: Run<Counts>,
  work: (lease: Lease | undefined) => Promise<void>,
): Promise<Report<Counts>> => {
  const started = performance.now()
  const { signal } = options
  const lease = options.lease ?? (isDry ? undefined : await takeLease(options, kind))
  const end = async (status: 'interrupted' | 'failed' | undefined, problem?: Problem): Promise<void> => {
    const isSuspended = signal?.reason === suspended
    if (problem && !isSuspended) problems.push(problem)
    await options.beforeEnd?.({ counts, problems, isComplete: status === undefined })
    await (isSuspended ? lease?.suspend() : lease?.release(status, counts, problems))
  }
  try {
    await work(isDry ? undefined : lease)
  } catch (error) {
    await end('failed', failedRun(error, remedyOf(options))).catch(() => {
      // The first failure is the one to report; the lease expires by itself, and the next run marks this one.
    })
    throw error
  }
  if (signal?.aborted)
    await end('interrupted', fileProblem('.', 'interrupted', stoppedAfter(), remedyOf(options)))
  else await end(undefined)
  return { ...counts, problems, seconds: (performance.now() - started) / 1000 }
}
