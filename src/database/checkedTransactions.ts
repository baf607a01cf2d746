import type { SQLiteAdapter } from '@payloadcms/db-sqlite'

import type { SerializedClient } from './serializedClient.ts'
import { enterTransaction, type OpenTransaction } from './transactionFlow.ts'

type Transactions = Pick<SQLiteAdapter, 'beginTransaction' | 'commitTransaction' | 'rollbackTransaction'>

/**
 * Transactions that are known to their asynchronous flow, and whose failed COMMIT is an error. The adapter's own report
 * success if SQLite could not commit (disk full, a deferred constraint), so an editor would see "saved" for data that
 * is lost (payload#17726).
 */
export const checkedTransactions = (
  adapter: SQLiteAdapter,
  client: () => SerializedClient | undefined,
): Transactions => {
  const begin = adapter.beginTransaction.bind(adapter)
  const commit = adapter.commitTransaction.bind(adapter)
  const rollback = adapter.rollbackTransaction.bind(adapter)
  const open = new Map<string | number, OpenTransaction>()
  return {
    // Entered before anything is awaited, or the caller's flow would not see it.
    beginTransaction: async (options) => {
      const flow = client()?.flow
      const current = flow && enterTransaction(flow)
      // The adapter wraps every refusal in an error of its own.
      const id = await begin(options).catch((error: unknown) => {
        throw current?.refusal ?? error
      })
      if (id !== null && current) open.set(id, current)
      return id
    },
    commitTransaction: async (incoming) => {
      const id = await incoming
      const transaction = open.get(id)
      open.delete(id)
      await commit(id)
      if (transaction?.commitError !== undefined) {
        throw new Error('Nothing was saved: the database could not commit.', {
          cause: transaction.commitError,
        })
      }
    },
    rollbackTransaction: async (incoming) => {
      const id = await incoming
      open.delete(id)
      await rollback(id)
    },
  }
}
