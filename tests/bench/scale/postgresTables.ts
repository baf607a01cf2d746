import { drizzle } from '@payloadcms/db-postgres/drizzle/node-postgres'
import type { Payload } from 'payload'

import type { poolOf } from '../../../src/database/postgresConnections.ts'
import { isRecord } from '../../../src/documents/documents.ts'
import { withDatabase } from '../../helpers/withDatabase.ts'
import type { Row, Tables } from './tables.ts'

type Pool = NonNullable<ReturnType<typeof poolOf>>

const quoted = (name: string): string => `"${name}"`

const pageSize = 1_000

const read = async (pool: Pool, name: string, limit = 'ALL', offset = 0): Promise<Row[]> => {
  const page = `SELECT to_jsonb(t) AS row FROM ${quoted(name)} t ORDER BY ctid LIMIT ${limit} OFFSET ${offset}`
  const { rows } = await pool.query<{ row: unknown }>(page)
  return rows.map(({ row }) => row).filter(isRecord)
}

const insert = async (pool: Pool, name: string, rows: readonly Row[]): Promise<void> => {
  const columns = Object.keys(rows[0] ?? {})
    .map(quoted)
    .join(', ')
  const client = await pool.connect()
  try {
    // Rows refer to rows of tables that come later.
    await client.query('SET session_replication_role = replica')
    await client.query(
      `INSERT INTO ${quoted(name)} (${columns}) SELECT ${columns} FROM jsonb_populate_recordset(NULL::${quoted(name)}, $1)`,
      [JSON.stringify(rows)],
    )
    await client.query('RESET session_replication_role')
  } finally {
    client.release()
  }
}

/** Advances a sequence after a number was copied, if the database assigns numbers itself. */
const setSequence = (name: string): string =>
  `SELECT setval(pg_get_serial_sequence('${quoted(name)}', 'id'), max(id)) FROM ${quoted(name)} HAVING max(id) IS NOT NULL`

/** The tables of a Postgres, rows as JSON. */
export const tablesOfPostgres = (payload: Payload, pool: Pool): Omit<Tables, 'ofImport'> => {
  const all = async (): Promise<string[]> => {
    const { rows } = await pool.query<{ name: string }>(
      "SELECT tablename AS name FROM pg_tables WHERE schemaname = current_schema() AND tablename <> 'payload_migrations'",
    )
    return rows.map(({ name }) => name)
  }
  return {
    all,
    read: (name) => read(pool, name),
    insert: (name, rows) => insert(pool, name, rows),
    clear: async (name) => {
      await pool.query(`DELETE FROM ${quoted(name)}`)
    },
    bringFrom: async (other) => {
      const url = withDatabase(payload.db.poolOptions.connectionString ?? '', other)
      const base = drizzle(url).$client
      for (const name of await all()) {
        for (let from = 0; ; from += pageSize) {
          const rows = await read(base, name, String(pageSize), from)
          if (rows.length === 0) break
          await insert(pool, name, rows)
          if (typeof rows[0]?.id === 'number') await pool.query(setSequence(name))
        }
      }
      await base.end()
    },
  }
}
