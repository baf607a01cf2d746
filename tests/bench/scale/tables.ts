import type { Payload } from 'payload'

import { poolOf } from '../../../src/database/postgresConnections.ts'
import { connectionOf } from '../../../src/database/sqliteConnections.ts'
import { tablesOfPostgres } from './postgresTables.ts'

export type Row = Record<string, unknown>

/** Tables of SQLite or Postgres or collections of MongoDB, as they are stored. */
export type Tables = {
  /** Names of those that an import fills with one or more rows for each file. */
  ofImport: () => Promise<string[]>
  /** Names of all but the record of migrations. */
  all: () => Promise<string[]>
  read: (name: string) => Promise<Row[]>
  insert: (name: string, rows: readonly Row[]) => Promise<void>
  clear: (name: string) => Promise<void>
  /** Copies all rows of another database of the same kind: its file, or its name on the same server. */
  bringFrom: (other: string) => Promise<void>
}

// An import writes subjects and runs too, but not for each file.
const notForEachFile = /^(payload|users|subjects|media|(answerbook[_-])?(runs|redirects)([_-]|$)|sqlite)/

const isMigrations = (name: string): boolean => name === 'payload_migrations' || name === 'payload-migrations'

/** SQLite accepts 32,766 values in one statement. */
const maxValues = 30_000

const quoted = (name: string): string => `"${name}"`

type Client = NonNullable<ReturnType<typeof connectionOf>>['client']

const namesIn = async (client: Client): Promise<string[]> => {
  const { rows } = await client.execute("SELECT name FROM sqlite_master WHERE type = 'table'")
  return rows
    .map(({ name }) => (typeof name === 'string' ? name : ''))
    .filter((name) => !name.startsWith('sqlite') && !isMigrations(name))
}

const ofSqlite = (client: Client): Omit<Tables, 'ofImport'> => ({
  all: () => namesIn(client),
  read: async (name) => {
    const { columns, rows } = await client.execute(`SELECT * FROM ${quoted(name)} ORDER BY rowid`)
    return rows.map((row) => Object.fromEntries(columns.map((column, at) => [column, row[at]])))
  },
  insert: async (name, rows) => {
    const columns = Object.keys(rows[0] ?? {})
    const atOnce = Math.max(1, Math.min(500, Math.floor(maxValues / columns.length)))
    const into = `INSERT INTO ${quoted(name)} (${columns.map(quoted).join(',')}) VALUES `
    const places = `(${columns.map(() => '?').join(',')})`
    const statements = []
    for (let from = 0; from < rows.length; from += atOnce) {
      const some = rows.slice(from, from + atOnce)
      const args = some.flatMap((row) => columns.map((column) => row[column]))
      statements.push({ sql: into + some.map(() => places).join(','), args: args.map(toValue) })
    }
    await client.batch(statements, 'write')
  },
  clear: async (name) => {
    await client.execute(`DELETE FROM ${quoted(name)}`)
  },
  bringFrom: async (file) => {
    const inserts = (await namesIn(client)).map(
      (name) => `INSERT INTO ${quoted(name)} SELECT * FROM base.${quoted(name)};`,
    )
    // Rows may refer to rows of tables that are copied later, but not to any that are missing.
    const statements = [
      `ATTACH DATABASE '${file}' AS base;`,
      'PRAGMA foreign_keys = OFF; BEGIN;',
      ...inserts,
      'COMMIT; PRAGMA foreign_keys = ON; DETACH DATABASE base;',
    ]
    await client.executeMultiple(statements.join('\n'))
  },
})

const toValue = (value: unknown): string | number | null =>
  typeof value === 'string' || typeof value === 'number' ? value : null

const ofMongodb = (payload: Payload): Omit<Tables, 'ofImport'> => {
  const { db } = payload.db.connection
  if (!db) throw new Error('The database is not connected.')
  return {
    all: async () => {
      const names = (await db.listCollections().toArray()).map(({ name }) => name)
      return names.filter((name) => !isMigrations(name))
    },
    read: (name) => db.collection(name).find().sort({ _id: 1 }).toArray(),
    insert: async (name, rows) => {
      await db.collection(name).insertMany(rows, { ordered: false })
    },
    clear: async (name) => {
      await db.collection(name).deleteMany({})
    },
    bringFrom: async (other) => {
      const base = payload.db.connection.getClient().db(other)
      for (const { name } of (await base.listCollections().toArray()).filter(
        ({ name }) => !isMigrations(name),
      ))
        await base
          .collection(name)
          .aggregate([{ $merge: { into: { db: db.databaseName, coll: name } } }])
          .toArray()
    },
  }
}

/** The stored tables of an app's database. */
export const tablesOf = (payload: Payload): Tables => {
  const sqlite = connectionOf(payload.db)
  const pool = poolOf(payload.db)
  const ofOthers = () => (pool ? tablesOfPostgres(payload, pool) : ofMongodb(payload))
  const tables = sqlite ? ofSqlite(sqlite.client) : ofOthers()
  return {
    ...tables,
    ofImport: async () => (await tables.all()).filter((name) => !notForEachFile.test(name)),
  }
}
