import type { Payload, PayloadRequest, Where } from 'payload'

import type { Problem } from '../../problems/problems.ts'
import type { StoredDocument } from '../../documents/documents.ts'
import { rowsOf } from '../../documents/rows.ts'
import { outcomeOf, type RunKind } from './runRecords.ts'
import { slugsOf } from '../../documents/registeredOptions.ts'

/** A run has lost its right to write. Committed changes are kept. */
export class LeaseLostError extends Error {
  override readonly name = 'LeaseLostError'
}

/** The right of one process to run an import or an export, renewed while it runs. */
export type Lease = {
  /** The run's row in the history. */
  run: string
  /**
   * Throws a LeaseLostError if another process has taken the lease. Call it first in every transaction, with its request:
   * the transaction then renews the lease, so it cannot be committed after another process has taken it.
   */
  assertHeld: (req?: PayloadRequest) => Promise<void>
  /** Adds the current counts to the history with the next renewal. */
  progress: (counts: Record<string, number>) => void
  /** Records the result of the run in the history and lets the next one begin. */
  release: (
    status: 'interrupted' | 'failed' | undefined,
    counts: Record<string, number>,
    problems: Problem[],
  ) => Promise<void>
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

/** Keeps the lease of a run that was just added to the history with it. */
export const holdLease = (
  payload: Payload,
  kind: RunKind,
  run: StoredDocument,
  { expiresAfter = 30_000, renewEvery = 5_000 }: LeaseTimes,
): Lease => {
  const rows = rowsOf(payload)
  const isHeld: Where = { and: [{ id: { equals: run.id } }, { lease: { equals: kind } }] }
  let counts: Record<string, number> = {}
  let renewedAt = Date.now()
  let isLost = false
  let batch: PayloadRequest | undefined
  let renewing: Promise<unknown> = Promise.resolve()

  const renew = async (req?: PayloadRequest): Promise<void> => {
    const now = Date.now()
    const expiresAt = new Date(now + expiresAfter).toISOString()
    const data = { counts, expiresAt, updatedAt: new Date(now).toISOString() }
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
    progress: (now) => {
      counts = { ...now }
    },
    release: async (status, final, problems) => {
      clearInterval(timer)
      await renewing
      const data = { ...outcomeOf(status, final, problems), lease: String(run.id) }
      await rows.updateWhere({ collection: slugsOf(payload).runs, data, where: isHeld })
    },
  }
}
