import type { Payload, PayloadRequest, Where } from 'payload'

import type { Problem } from '../../problems/problems.ts'
import type { StoredDocument } from '../../documents/documents.ts'
import { rowsOf } from '../../documents/rows.ts'
import { outcomeOf, type RunKind } from './runRecords.ts'
import { slugsOf } from '../../documents/registeredOptions.ts'

/** What the field `lease` of the current run holds. The field is unique, so there is only one run at a time. */
export const leaseName = 'run'

/** A run has lost its right to write. Committed changes are kept. */
export class LeaseLostError extends Error {
  override readonly name = 'LeaseLostError'
}

/** The right of one process to run the only import or export of a database, renewed while it runs. */
export type Lease = {
  /** The run's row in the history. */
  run: string
  /**
   * Throws a LeaseLostError if another process has taken the lease. Call it first in every transaction, with its request:
   * the transaction then renews the lease, so it cannot be committed after another process has taken it.
   */
  assertHeld: (req?: PayloadRequest) => Promise<void>
  /** Adds what the run is doing to the history with the next renewal. */
  describe: (progress: Record<string, unknown>) => void
  /** Adds the current counts to the history with the next renewal. */
  progress: (counts: Record<string, number>) => void
  /** Records the result of the run in the history and lets the next one begin. */
  release: (
    status: 'interrupted' | 'failed' | undefined,
    counts: Record<string, number>,
    problems: Problem[],
  ) => Promise<void>
  /** Gives the run up without ending it, so that another process can continue it at once. */
  suspend: (data?: Record<string, unknown>) => Promise<void>
}

/** Milliseconds. */
export type LeaseTimes = {
  /** A run that has not renewed its lease for this long counts as gone. Default: 30,000 */
  expiresAfter?: number
  /** Default: 5,000 */
  renewEvery?: number
  /** How often a waiting run checks whether it may begin. Default: 1,000 */
  pollEvery?: number
}

/**
 * Keeps the lease of a run whose row was just given it, with a token that nobody else knows: a row may be given to another
 * process later.
 */
export const holdLease = (
  payload: Payload,
  kind: RunKind,
  { run, token }: { run: StoredDocument; token: string },
  { expiresAfter = 30_000, renewEvery = 5_000 }: LeaseTimes,
): Lease => {
  const rows = rowsOf(payload)
  const isHeld: Where = {
    and: [{ id: { equals: run.id } }, { lease: { equals: leaseName } }, { token: { equals: token } }],
  }
  let counts: Record<string, number> = {}
  let described: Record<string, unknown> = {}
  let renewedAt = Date.now()
  let isLost = false
  let batch: PayloadRequest | undefined
  let renewing: Promise<unknown> = Promise.resolve()

  const renew = async (req?: PayloadRequest): Promise<void> => {
    const now = Date.now()
    const expiresAt = new Date(now + expiresAfter).toISOString()
    const data = { counts, ...described, expiresAt, updatedAt: new Date(now).toISOString() }
    const held = await rows.updateWhere({
      collection: slugsOf(payload).runs,
      data,
      where: isHeld,
      ...(req ? { req } : {}),
    })
    if (held) renewedAt = now
    else isLost = true
  }
  // The open transaction has renewed the lease; a second write would only wait for its end.
  const isBatchOpen = async (): Promise<boolean> => {
    const id = await batch?.transactionID
    return id !== undefined && payload.db.sessions[id] !== undefined
  }
  const timer = setInterval(() => {
    renewing = isBatchOpen()
      .then((isOpen) => (isOpen ? undefined : renew()))
      // A failed renewal is retried; if none succeeds, the next batch finds the lease lost.
      .catch(() => undefined)
  }, renewEvery)
  timer.unref()

  return {
    run: String(run.id),
    assertHeld: async (req) => {
      await renewing
      batch = req
      if (!isLost && (req || Date.now() - renewedAt >= renewEvery)) await renew(req)
      if (!isLost) return
      const seconds = Math.round(expiresAfter / 1000)
      throw new LeaseLostError(
        `This ${kind} could not access the database for ${seconds} seconds, so another one may have started. It stops here; committed changes are kept.`,
      )
    },
    describe: (progress) => {
      described = { progress }
    },
    progress: (now) => {
      counts = { ...now }
    },
    release: async (status, final, problems) => {
      clearInterval(timer)
      await renewing
      const data = { ...outcomeOf(status, final, problems), lease: String(run.id) }
      await rows.updateWhere({ collection: slugsOf(payload).runs, data, where: isHeld })
    },
    suspend: async (more = {}) => {
      clearInterval(timer)
      await renewing
      const now = new Date().toISOString()
      const data = { ...more, expiresAt: now, lease: String(run.id), updatedAt: now }
      await rows.updateWhere({ collection: slugsOf(payload).runs, data, where: isHeld })
    },
  }
}
