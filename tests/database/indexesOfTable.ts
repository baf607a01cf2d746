import type { Payload } from 'payload'

import { poolOf } from '../../src/database/postgresConnections.ts'
import { connectionOf } from '../../src/database/sqliteConnections.ts'

/** The fields or columns of an index, in their order. */
export type Index = { fields: string[]; unique: boolean }

const textOf = (value: unknown): string => (typeof value === 'string' ? value : '')

const columns = `
  SELECT i.indisunique AS unique, array_agg(a.attname::text ORDER BY k.position) AS fields
  FROM pg_index i, unnest(i.indkey) WITH ORDINALITY AS k(number, position), pg_attribute a
  WHERE i.indrelid = to_regclass($1) AND a.attrelid = i.indrelid AND a.attnum = k.number
  GROUP BY i.indexrelid, i.indisunique`

/** The indexes of a table of SQLite or Postgres; of a partial index the columns, without the condition. */
export const indexesOfTable = async ({ db }: Payload, table: string): Promise<Index[]> => {
  const pool = poolOf(db)
  if (pool) return (await pool.query<Index>(columns, [`"${table}"`])).rows
  const { client } = connectionOf(db) ?? {}
  const list = await client?.execute(`PRAGMA index_list("${table}")`)
  return Promise.all(
    (list?.rows ?? []).map(async ({ name, unique }) => {
      const info = await client?.execute(`PRAGMA index_info("${textOf(name)}")`)
      return { fields: (info?.rows ?? []).map((row) => textOf(row.name)), unique: unique === 1 }
    }),
  )
}
