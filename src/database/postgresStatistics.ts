import type { PostgresAdapter } from '@payloadcms/db-postgres'

const changedTables = `
  SELECT quote_ident(schemaname) || '.' || quote_ident(relname) AS name
  FROM pg_stat_user_tables
  WHERE schemaname = current_schema() AND n_mod_since_analyze > greatest(50, n_live_tup / 2)`

/**
 * Updates the statistics of each table of which half has changed since the last time. Postgres does so by itself within
 * minutes, but an import writes a whole site in that time.
 */
export const keepPostgresStatistics = async (pool: PostgresAdapter['pool']): Promise<void> => {
  const { rows } = await pool.query<{ name: string }>(changedTables)
  for (const { name } of rows) await pool.query(`ANALYZE (SKIP_LOCKED) ${name}`)
}
