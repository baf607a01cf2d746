import { setTimeout as wait } from 'node:timers/promises'

import {
  commitTransaction,
  createLocalReq,
  initTransaction,
  killTransaction,
  type Payload,
  type PayloadRequest,
} from 'payload'

import { mayTryAgain } from '../database/databaseError.ts'
import { logWrites, UndoLog } from '../database/undoLog.ts'

type Work<T> = (req: PayloadRequest) => Promise<T>

const maxAttempts = 5
const maxPause = 2_000

const known = new WeakMap<object, boolean>()

/**
 * Whether the database supports transactions: Payload's SQLite adapter does only if configured, and MongoDB only as a
 * replica set.
 */
export const hasTransactions = async (payload: Payload): Promise<boolean> => {
  const before = known.get(payload.db)
  if (before !== undefined) return before
  const req = await createLocalReq({}, payload)
  // A busy database supports them, but cannot open one at the moment.
  const has = await initTransaction(req).catch(() => undefined)
  if (has === undefined) return true
  await killTransaction(req)
  known.set(payload.db, has)
  return has
}

const tryOnce = async <T>(payload: Payload, context: Record<string, unknown>, work: Work<T>): Promise<T> => {
  const req = await createLocalReq({ context: { ...context } }, payload)
  const isOpen = await initTransaction(req)
  if (!isOpen) return withUndoLog(req, work)
  try {
    const result = await work(req)
    await commitTransaction(req)
    return result
  } catch (error) {
    await killTransaction(req)
    throw error
  }
}

const withUndoLog = async <T>(req: PayloadRequest, work: Work<T>): Promise<T> => {
  const log = new UndoLog()
  logWrites(req.payload.db)
  Object.assign(req.context, log.context)
  try {
    return await work(req)
  } catch (error) {
    await log.undo()
    throw error
  }
}

/**
 * Runs work in a transaction of its own and commits it; an error rolls everything back and is rethrown. If another
 * transaction has written the same data at the same time, or MongoDB has lost its primary, the work is repeated, up to
 * five times, after random pauses that grow: it must start from scratch on each call. If the database has no
 * transactions, the writes are undone step by step.
 */
export const inTransaction = async <T>(
  payload: Payload,
  context: Record<string, unknown>,
  work: Work<T>,
): Promise<T> => {
  for (let tries = 1; ; tries += 1) {
    try {
      return await tryOnce(payload, context, work)
    } catch (error) {
      if (!mayTryAgain(error) || tries === maxAttempts) throw error
      await wait(Math.random() * Math.min(maxPause, 50 * 2 ** tries))
    }
  }
}
