import { hostname } from 'node:os'
import { setTimeout as wait } from 'node:timers/promises'

import type { Payload } from 'payload'

import { ConflictError } from '../../database/refusals.ts'
import { documentsOf, isRecord, type StoredDocument } from '../../documents/documents.ts'
import { markGoneRuns } from './goneRuns.ts'
import { holdLease, type Lease, type LeaseTimes } from './lease.ts'
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
 * Begins a run as the only one of its kind on the database: waits for the current one, in whichever process, and marks
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
    await markGoneRuns(payload)
    const [holder] = await rowsOf(payload).find({
      collection: slugsOf(payload).runs,
      limit: 1,
      where: { lease: { equals: kind } },
    })
    if (holder) {
      failures = 0
      onProgress?.({ phase: 'wait', done: doneBy(holder), about: sentenceFor(holder) })
    } else {
      const data = {
        ...rowOfRun(options, kind),
        lease: kind,
        expiresAt: new Date(Date.now() + expiresAfter).toISOString(),
        process: `process ${process.pid} on ${hostname()}`,
      }
      try {
        return holdLease(
          payload,
          kind,
          await documentsOf(payload).create({ collection: slugsOf(payload).runs, data }),
          times,
        )
      } catch (error) {
        // Another process was faster: the index allows only one run. If there is no other run, the error is a different one.
        if (!(error instanceof ConflictError)) failures += 1
        if (failures === maxFailures) throw error
        await wait(Math.random() * Math.min(pollEvery, 100))
        continue
      }
    }
    await wait(pollEvery, undefined, { ...(signal ? { signal } : {}) }).catch(() => undefined)
  }
  return undefined
}
