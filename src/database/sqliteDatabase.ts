import { mkdirSync } from 'node:fs'
import path from 'node:path'
import { fileURLToPath } from 'node:url'

import { sqliteAdapter, type SQLiteAdapter } from '@payloadcms/db-sqlite'
import { sql } from '@payloadcms/db-sqlite/drizzle'
import { SQLiteAsyncDialect } from '@payloadcms/db-sqlite/drizzle/sqlite-core'
import type { DatabaseAdapterObj } from 'payload'

import { rememberDialect } from './bulk/dialect.ts'
import { checkedTransactions } from './checkedTransactions.ts'
import { countCommits } from './countCommits.ts'
import { serializedClient, type SerializedClient } from './serializedClient.ts'
import { orderedWrites } from './orderedWrites.ts'
import { rememberConnection } from './sqliteConnections.ts'
import { searchAsTyped } from './sqliteSearch.ts'
import { indexForLists } from './sqlIndexes.ts'
import { countLists } from './sqlTotals.ts'
import { keepStatistics } from './statistics.ts'
import { orderSteadily } from './steadySort.ts'

export type DatabaseOptions = {
  /** `file:data/answerbook.db`, `mongodb://…`, `postgres://…`. */
  url: string
  /** Folder with the generated migrations of this database. */
  migrationDir: string
}

type ConnectOptions = Parameters<NonNullable<SQLiteAdapter['connect']>>[0]

const dialect = new SQLiteAsyncDialect()

/** SQLite in a file: WAL, real transactions, one writer at a time across processes, text ids. */
export const sqliteDatabase = ({ url, migrationDir }: DatabaseOptions): DatabaseAdapterObj<SQLiteAdapter> => {
  const client = { url }
  let current: SQLiteAdapter | undefined
  const database = sqliteAdapter({
    client,
    idType: 'uuidv7',
    push: false,
    migrationDir,
    transactionOptions: { behavior: 'immediate' },
    beforeSchemaInit: [indexForLists(() => current)],
  })
  return {
    ...database,
    init: (args) => {
      const adapter = database.init(args)
      current = adapter
      rememberDialect(adapter, {
        isTyped: false,
        ofOwners: ({ other, owner, owners }) =>
          sql`${owner} in ${owners}${other ? sql` and ${other.column} in ${other.values}` : sql``}`,
      })
      const connect = adapter.connect?.bind(adapter)
      let serialized: SerializedClient | undefined
      Object.assign(
        adapter,
        checkedTransactions(adapter, () => serialized),
      )
      return Object.assign(adapter, {
        ...orderSteadily(adapter),
        ...countLists(adapter, countCommits(adapter), {
          rows: (on, statement) => on.all(statement),
          show: (statement) => dialect.sqlToQuery(statement),
        }),
        ...searchAsTyped(adapter),
        ...orderedWrites(adapter),
        connect: async (options?: ConnectOptions) => {
          if (!serialized) {
            mkdirSync(path.dirname(fileOf(url)), { recursive: true })
            serialized = serializedClient(client, fileOf(url))
            adapter.client = serialized.client
            rememberConnection(adapter, { client: serialized.client, file: fileOf(url) })
            await adapter.client.execute('PRAGMA journal_mode = WAL')
          }
          await connect?.(options)
          await keepStatistics(adapter)
        },
      })
    },
  }
}

/** Path of the database file that a `file:` URL names; a relative one is resolved against the working directory. */
export const fileOf = (url: string): string =>
  url.startsWith('file://') ? fileURLToPath(url) : path.resolve(url.slice('file:'.length))
