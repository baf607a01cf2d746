import type { Transaction } from '@libsql/client'

import { giveWay } from './eventLoop.ts'
import type { OpenTransaction } from './transactionFlow.ts'
import { withExtendedCode } from './withExtendedCode.ts'

export type Watch = {
  /** The flow's record of the transaction. */
  known: OpenTransaction
  /** How long it may run no statement, in milliseconds. */
  idleTimeout: number
  /** Called once when it has ended, with the error if its COMMIT failed. */
  onEnd: (commitError?: unknown) => void
}

/**
 * A transaction that reports its activity and its end. One that has been idle for too long was left open by mistake and
 * is rolled back, as in MongoDB; otherwise it would block all writes.
 */
export const watchedTransaction = (
  opened: Transaction,
  { known, idleTimeout, onEnd }: Watch,
): Transaction => {
  const end = (commitError?: unknown): void => {
    if (commitError !== undefined) known.commitError = commitError
    if (known.state === 'ended') return
    known.state = 'ended'
    clearTimeout(resting)
    onEnd(commitError)
  }
  const close = opened.close.bind(opened)
  const resting = setTimeout(() => {
    close()
    end()
  }, idleTimeout).unref()
  const working =
    <Arguments extends unknown[], Result>(run: (...args: Arguments) => Result) =>
    (...args: Arguments): Result => {
      known.statements += 1
      resting.refresh()
      return run(...args)
    }
  const execute = opened.execute.bind(opened)
  const commit = opened.commit.bind(opened)
  const rollback = opened.rollback.bind(opened)
  const watched = Object.assign(opened, {
    execute: working(async (...given: Parameters<typeof execute>) => {
      const result = await execute(...given).catch(withExtendedCode)
      await giveWay()
      return result
    }),
    batch: working(opened.batch.bind(opened)),
    executeMultiple: working(opened.executeMultiple.bind(opened)),
    close: () => {
      close()
      end()
    },
    commit: () =>
      commit().then(end, (error: unknown) => {
        try {
          // A connection that is closed first keeps its lock until its statements are garbage.
          close()
        } catch {
          // It cannot be used any more, and the COMMIT says why.
        }
        end(error)
        throw error
      }),
    rollback: () => rollback().finally(() => end()),
  })
  known.on = watched
  known.state = 'open'
  return watched
}
