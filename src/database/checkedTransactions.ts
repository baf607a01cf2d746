import type { SQLiteAdapter } from '@payloadcms/db-sqlite'

import type { OpenTransaction, SerializedClient } from './serializedClient.ts'

type Transactions = Pick<SQLiteAdapter, 'beginTransaction' | 'commitTransaction'>

/**
 * Transactions whose failed COMMIT is an error. The adapter's own report success when SQLite could not commit
 * (disk full, a deferred constraint), so an editor would see "saved" for what is lost.
 */
export const checkedTransactions = (
  adapter: SQLiteAdapter,
  client: () => SerializedClient | undefined,
): Transactions => {
  const begin = adapter.beginTransaction.bind(adapter)
  const commit = adapter.commitTransaction.bind(adapter)
  const open = new Map<string | number, OpenTransaction>()
  return {
    beginTransaction: async (options) => {
      const id = await begin(options)
      const current = client()?.open()
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
  }
}
