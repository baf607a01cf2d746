import { setTimeout as wait } from 'node:timers/promises'

import {
  commitTransaction,
  createLocalReq,
  initTransaction,
  killTransaction,
  type Payload,
  type PayloadRequest,
} from 'payload'

import { ConflictError } from '../database/refusals.ts'

type Work<T> = (req: PayloadRequest) => Promise<T>

const mostTries = 5
const longestPause = 200

const tryOnce = async <T>(payload: Payload, context: Record<string, unknown>, work: Work<T>): Promise<T> => {
  const req = await createLocalReq({ context: { ...context } }, payload)
  const isOpen = await initTransaction(req)
  try {
    const result = await work(req)
    if (isOpen) await commitTransaction(req)
    return result
  } catch (error) {
    await killTransaction(req)
    throw error
  }
}

/**
 * Runs work in one transaction of its own and commits it; an error rolls everything back and is thrown on. Where somebody
 * else has written the same at the same moment, all of it is done again, five times at most: the work must begin anew with
 * each call. Where the database has no transactions, the work just runs.
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
      if (!(error instanceof ConflictError) || tries === mostTries) throw error
      await wait(Math.random() * longestPause)
    }
  }
}
