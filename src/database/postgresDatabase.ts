import { postgresAdapter, type PostgresAdapter } from '@payloadcms/db-postgres'
import { sql } from '@payloadcms/db-postgres/drizzle'
import { PgDialect } from '@payloadcms/db-postgres/drizzle/pg-core'
import type { DatabaseAdapterObj } from 'payload'

import { rememberDialect } from './bulk/dialect.ts'
import { clearConflicts } from './clearConflicts.ts'
import { countCommits } from './countCommits.ts'
import { orderedWrites } from './orderedWrites.ts'
import { partialIndexes } from './postgresIndexes.ts'
import { maxTransactions, openPool, waitMilliseconds } from './postgresPool.ts'
import { searchAsTyped } from './postgresSearch.ts'
import { checkedTransactions } from './postgresTransactions.ts'
import type { DatabaseOptions } from './sqliteDatabase.ts'
import { countLists } from './sqlTotals.ts'
import { keepStatistics } from './statistics.ts'
import { orderSteadily } from './steadySort.ts'

type ConnectOptions = Parameters<NonNullable<PostgresAdapter['connect']>>[0]

const dialect = new PgDialect()

/**
 * Postgres 13 or newer: transactions with a consistent snapshot whose conflicts are errors, and text ids. The database
 * is created if it does not exist. If it cannot be used, connecting throws a single message with the reason.
 */
export const postgresDatabase = ({
  url,
  migrationDir,
}: DatabaseOptions): DatabaseAdapterObj<PostgresAdapter> => {
  let current: PostgresAdapter | undefined
  const database = postgresAdapter({
    pool: { connectionString: url },
    idType: 'uuidv7',
    push: false,
    migrationDir,
    // At the default isolation level, the later of two saves of a document would silently win.
    transactionOptions: { isolationLevel: 'repeatable read' },
    ...partialIndexes(() => current),
  })
  return {
    ...database,
    init: (args) => {
      const adapter = database.init(args)
      current = adapter
      rememberDialect(adapter, {
        isTyped: true,
        ofOwners: ({ other, owner, owners }) =>
          sql`${owner} in ${owners}${other ? sql` and ${other.column} in ${other.values}` : sql``}`,
      })
      const connect = adapter.connect?.bind(adapter)
      const destroy = adapter.destroy?.bind(adapter)
      let pool: PostgresAdapter['pool'] | undefined
      Object.assign(adapter, checkedTransactions(adapter, maxTransactions, waitMilliseconds))
      clearConflicts(adapter)
      return Object.assign(adapter, {
        ...orderSteadily(adapter, { endsUnique: true }),
        ...countLists(adapter, countCommits(adapter), {
          rows: async (on, statement) => (await on.execute(statement)).rows,
          show: (statement) => dialect.sqlToQuery(statement),
        }),
        ...searchAsTyped(adapter),
        ...orderedWrites(adapter),
        connect: async (options?: ConnectOptions) => {
          pool ??= await openPool(adapter)
          adapter.pool = pool
          await connect?.(options)
          await keepStatistics(adapter)
        },
        // Payload's own method leaves the connections open.
        destroy: async () => {
          const closing = pool
          pool = undefined
          await Promise.all(Object.keys(adapter.sessions).map((id) => adapter.rollbackTransaction(id)))
          await destroy?.()
          await closing?.end()
        },
      })
    },
  }
}
