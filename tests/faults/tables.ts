import path from 'node:path'

import type { Payload } from 'payload'

import { poolOf } from '../../src/database/postgresConnections.ts'
import { connectionOf } from '../../src/database/sqliteConnections.ts'
import { isRecord } from '../../src/documents/documents.ts'

type Row = Record<string, unknown>

/** The rows of every table or collection of a database, and how to bring them back. */
export type Tables = {
  rows: () => Promise<Map<string, Row[]>>
  /** Keeps the present state; returns what restores it. */
  save: (folder: string) => Promise<() => Promise<void>>
}

const asRow = (value: unknown): Row => (isRecord(value) ? { ...value } : {})

const tablesOfSqlite = ({ client }: NonNullable<ReturnType<typeof connectionOf>>): Tables => {
  const names = async (): Promise<string[]> => {
    const { rows } = await client.execute(
      "SELECT name FROM sqlite_master WHERE type = 'table' AND name NOT LIKE 'sqlite%'",
    )
    return rows.flatMap(({ name }) => (typeof name === 'string' ? [name] : []))
  }
  return {
    rows: async () => {
      const all = new Map<string, Row[]>()
      for (const name of await names())
        all.set(name, (await client.execute(`SELECT * FROM "${name}"`)).rows.map(asRow))
      return all
    },
    save: async (folder) => {
      const file = path.join(folder, 'saved.db')
      await client.execute({ sql: 'VACUUM INTO ?', args: [file] })
      const tables = await names()
      const each = tables.map(
        (name) => `DELETE FROM "${name}"; INSERT INTO "${name}" SELECT * FROM saved."${name}";`,
      )
      return () =>
        client.executeMultiple(
          `ATTACH '${file}' AS saved; PRAGMA foreign_keys = OFF; BEGIN IMMEDIATE; ${each.join(' ')} COMMIT;
           PRAGMA foreign_keys = ON; DETACH saved;`,
        )
    },
  }
}

const tablesOfPostgres = (pool: NonNullable<ReturnType<typeof poolOf>>): Tables => {
  const names = async (): Promise<string[]> => {
    const { rows } = await pool.query<{ tablename: string }>(
      "SELECT tablename FROM pg_tables WHERE schemaname = 'public'",
    )
    return rows.map(({ tablename }) => tablename)
  }
  return {
    rows: async () => {
      const all = new Map<string, Row[]>()
      for (const name of await names())
        all.set(name, (await pool.query<Row>(`SELECT * FROM public."${name}"`)).rows)
      return all
    },
    save: async () => {
      const tables = await names()
      const copies = tables.map((name) => `CREATE TABLE saved."${name}" AS TABLE public."${name}";`)
      await pool.query(`CREATE SCHEMA saved; ${copies.join(' ')}`)
      const all = tables.map((name) => `public."${name}"`).join(', ')
      const each = tables.map((name) => `INSERT INTO public."${name}" SELECT * FROM saved."${name}";`)
      return async () => {
        await pool.query(
          `BEGIN; SET LOCAL session_replication_role = replica; TRUNCATE ${all} CASCADE; ${each.join(' ')} COMMIT;`,
        )
      }
    },
  }
}

const tablesOfMongodb = ({ db }: Payload): Tables => {
  const collections = async () => {
    const found = await db.connection.db?.collections()
    return found ?? []
  }
  const rows: Tables['rows'] = async () => {
    const all = new Map<string, Row[]>()
    for (const each of await collections()) all.set(each.collectionName, await each.find().toArray())
    return all
  }
  return {
    rows,
    save: async () => {
      const saved = await rows()
      return async () => {
        for (const each of await collections()) {
          await each.deleteMany({})
          const before = saved.get(each.collectionName) ?? []
          if (before.length > 0) await each.insertMany(before)
        }
      }
    },
  }
}

/** The tables of the database that Payload has open. */
export const tablesOf = (payload: Payload): Tables => {
  const sqlite = connectionOf(payload.db)
  if (sqlite) return tablesOfSqlite(sqlite)
  const pool = poolOf(payload.db)
  return pool ? tablesOfPostgres(pool) : tablesOfMongodb(payload)
}
