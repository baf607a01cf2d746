import { mkdirSync } from 'node:fs'
import path from 'node:path'
import { fileURLToPath } from 'node:url'

import { sqliteAdapter, type SQLiteAdapter, type SQLiteSchemaHook } from '@payloadcms/db-sqlite'
import { index, type IndexColumn } from '@payloadcms/db-sqlite/drizzle/sqlite-core'
import type { DatabaseAdapterObj } from 'payload'

import { checkedTransactions } from './checkedTransactions.ts'
import { serializedClient, type SerializedClient } from './serializedClient.ts'
import { rememberConnection } from './sqliteConnections.ts'

export type DatabaseOptions = {
  /** `file:data/answerbook.db`, `mongodb://…`. */
  url: string
  /** Folder with the generated migrations of this database. */
  migrationDir: string
}

type ConnectOptions = Parameters<NonNullable<SQLiteAdapter['connect']>>[0]

const versionTable = /^_(.+)_v$/

/** Lists of documents with drafts read the latest versions by time; Payload's own indexes cannot name `latest`. */
const indexLatestVersions: SQLiteSchemaHook = ({ extendTable, schema }) => {
  for (const [name, table] of Object.entries(schema.tables)) {
    if (!versionTable.test(name) || !('latest' in table) || !('version_deletedAt' in table)) continue
    extendTable({
      table,
      extraConfig: (columns: Record<'latest' | 'version_deletedAt' | 'updatedAt', IndexColumn>) => ({
        [`${name}_latest_list_idx`]: index(`${name}_latest_list_idx`).on(
          columns.latest,
          columns.version_deletedAt,
          columns.updatedAt,
        ),
      }),
    })
  }
  return schema
}

/** SQLite in a file: WAL, real transactions, one writer at a time, text ids. */
export const sqliteDatabase = ({ url, migrationDir }: DatabaseOptions): DatabaseAdapterObj<SQLiteAdapter> => {
  const client = { url, timeout: 5_000 }
  const database = sqliteAdapter({
    client,
    idType: 'uuidv7',
    push: false,
    migrationDir,
    transactionOptions: { behavior: 'immediate' },
    afterSchemaInit: [indexLatestVersions],
  })
  return {
    ...database,
    init: (args) => {
      const adapter = database.init(args)
      const connect = adapter.connect?.bind(adapter)
      let serialized: SerializedClient | undefined
      return Object.assign(
        adapter,
        checkedTransactions(adapter, () => serialized),
        {
          connect: async (options?: ConnectOptions) => {
            if (!serialized) {
              mkdirSync(path.dirname(fileOf(url)), { recursive: true })
              serialized = serializedClient(client)
              adapter.client = serialized.client
              rememberConnection(adapter, { client: serialized.client, file: fileOf(url) })
              await adapter.client.execute('PRAGMA journal_mode = WAL')
            }
            await connect?.(options)
          },
        },
      )
    },
  }
}

/** Path of the database file that a `file:` url names, relative to the working directory where it is relative. */
export const fileOf = (url: string): string =>
  url.startsWith('file://') ? fileURLToPath(url) : path.resolve(url.slice('file:'.length))
