import type { PostgresAdapter } from '@payloadcms/db-postgres'

import { inOrder } from './bulk/inOrder.ts'
import { poolOf } from './postgresConnections.ts'
import { connectionOf } from './sqliteConnections.ts'
import { keepSqliteStatistics } from './sqliteStatistics.ts'

/**
 * Keeps the planner statistics of a SQL database up to date. Cheap if little has changed, so that it can be called
 * often. Does nothing on MongoDB, which tries out plans instead.
 */
export const keepStatistics = async (adapter: object): Promise<void> => {
  const client = connectionOf(adapter)?.client
  if (client) return keepSqliteStatistics(client)
  const pool = poolOf(adapter)
  if (pool) await keepPostgresStatistics(pool)
}

/**
 * Runs work and keeps the statistics up to date in the background, each time the work reports that tables have grown. An
 * error of either is thrown once both have ended.
 */
export const keepStatisticsDuring = async (
  adapter: object,
  work: (noteGrowth: () => void) => Promise<void>,
): Promise<void> => {
  const keeping = inOrder()
  try {
    await work(() => keeping.begin(() => keepStatistics(adapter)))
    await keeping.done()
  } finally {
    await keeping.settled()
  }
}

const changedTables = `
  SELECT quote_ident(schemaname) || '.' || quote_ident(relname) AS name
  FROM pg_stat_user_tables
  WHERE schemaname = current_schema() AND n_mod_since_analyze > greatest(50, n_live_tup / 2)`

/**
 * Updates the statistics of each table of which half has changed since the last time. Postgres does so by itself within
 * minutes, but an import writes a whole site in that time.
 */
const keepPostgresStatistics = async (pool: PostgresAdapter['pool']): Promise<void> => {
  const { rows } = await pool.query<{ name: string }>(changedTables)
  for (const { name } of rows) await pool.query(`ANALYZE (SKIP_LOCKED) ${name}`)
}
