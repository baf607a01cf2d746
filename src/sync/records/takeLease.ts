import { randomUUID } from 'node:crypto'
import { hostname } from 'node:os'
import { setTimeout as wait } from 'node:timers/promises'

import { type Payload, ValidationError } from 'payload'

import { BusyError, ConflictError } from '../../database/refusals.ts'
import { documentsOf, isRecord, type StoredDocument } from '../../documents/documents.ts'
import { markGoneRuns } from './goneRuns.ts'
import { holdLease, type Lease, leaseName, type LeaseTimes } from './lease.ts'
import type { OnProgress } from '../../progress/phases.ts'
import { rowsOf } from '../../documents/rows.ts'
import { rowOfRun, type RunKind, type RunOptions } from './runRecords.ts'
import { slugsOf } from '../../documents/registeredOptions.ts'

export type LeaseOptions = RunOptions & {
  payload: Payload
  /** Called with the run that it is waiting for. */
  onProgress?: OnProgress
  /** Ends the wait. */
  signal?: AbortSignal
}

const maxFailures = 5

/** Whether a database refused a second row with the lease, which Payload reports like a field that somebody has filled in. */
const isTaken = (error: unknown): boolean =>
  error instanceof ValidationError && error.data.errors.some(({ path }) => path === 'lease')

/** How the history names the process that runs something. */
export const processName = (): string => `process ${process.pid} on ${hostname()}`

const sentenceFor = ({ kind, process, startedAt, trigger, who }: StoredDocument): string => {
  const name = typeof who === 'string' ? who : 'somebody'
  const by = trigger === 'migration' ? 'a migration' : trigger === 'command' && who ? `the ${name}` : name
  const time = new Date(String(startedAt)).toTimeString().slice(0, 5)
  return `the ${String(kind)} that ${by} began at ${time} (${String(process)})`
}

const doneBy = ({ counts }: StoredDocument): number =>
  isRecord(counts)
    ? Object.values(counts).reduce<number>((sum, n) => sum + (typeof n === 'number' ? n : 0), 0)
    : 0

/**
 * Begins a run as the only import or export on the database: waits for the current one, in whichever process, and marks
 * runs whose process has ended. Adds the run to the history. Undefined if the signal ends the wait.
 */
export const takeLease = async (
  options: LeaseOptions,
  kind: RunKind,
  times: LeaseTimes = {},
): Promise<Lease | undefined> => {
  const { onProgress, payload, signal } = options
  const { expiresAfter = 30_000, pollEvery = 1_000 } = times
  let failures = 0
  while (!signal?.aborted) {
    // MongoDB keeps the last transaction of a killed process, and thus the row of its run, for a minute.
    const slow = setTimeout(
      () => onProgress?.({ phase: 'wait', done: 0, about: 'a run that has ended' }),
      pollEvery,
    )
    await markGoneRuns(payload)
      .catch((error: unknown) => {
        // The run has a long transaction open, so it is alive.
        if (!(error instanceof BusyError)) throw error
      })
      .finally(() => clearTimeout(slow))
    const [holder] = await rowsOf(payload).find({
      collection: slugsOf(payload).runs,
      limit: 1,
      where: { lease: { equals: leaseName } },
    })
    if (holder) {
      failures = 0
      onProgress?.({ phase: 'wait', done: doneBy(holder), about: sentenceFor(holder) })
    } else {
      const token = randomUUID()
      const data = {
        ...rowOfRun(options, kind),
        lease: leaseName,
        token,
        expiresAt: new Date(Date.now() + expiresAfter).toISOString(),
        process: processName(),
      }
      try {
        const run = await documentsOf(payload).create({ collection: slugsOf(payload).runs, data })
        return holdLease(payload, kind, { run, token }, times)
      } catch (error) {
        // Another process was faster: the index allows only one run. Any other error is repeated a few times.
        const isLate = error instanceof ConflictError || isTaken(error)
        if (!isLate) failures += 1
        if (failures === maxFailures) throw error
        await wait(Math.random() * Math.min(pollEvery, 100))
        continue
      }
    }
    await wait(pollEvery, undefined, { ...(signal ? { signal } : {}) }).catch(() => undefined)
  }
  return undefined
}
