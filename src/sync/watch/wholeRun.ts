import { failedRun } from '../import/conflictProblems.ts'
import type { Lease } from '../records/lease.ts'
import type { RunKind } from '../records/runRecords.ts'
import { type LeaseOptions, takeLease } from '../records/takeLease.ts'

/** What a watcher reports while it works. */
export type WatchEvents<Report> = {
  /** Ends the watcher once the current run has ended. */
  signal: AbortSignal
  /** Called with the report of each run, also if nothing has changed. */
  onReport: (report: Report) => void
  /** Called if a run has failed; a later one does its work. The first run throws instead. */
  onFailure: (error: unknown) => void
}

/**
 * Does one run of a watcher. The signal ends the wait for another run, but not the run itself. Returns undefined if the run
 * did not begin; an error of the run is rethrown.
 */
export const wholeRun = async <Options extends LeaseOptions, Report>(
  options: Options,
  { kind, signal }: { kind: RunKind; signal: AbortSignal },
  run: (options: Options & { lease: Lease }) => Promise<Report>,
): Promise<Report | undefined> => {
  const lease = await takeLease({ ...options, signal }, kind)
  if (!lease) return undefined
  try {
    return await run({ ...options, lease })
  } catch (error) {
    // A run that fails before it begins has not released its lease, which would be renewed for as long as this process runs.
    await lease.release('failed', {}, [failedRun(error, 'It is tried again.')]).catch(() => undefined)
    throw error
  }
}
