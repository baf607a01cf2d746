import type { PostgresAdapter } from '@payloadcms/db-postgres'

const changedTables = `
  SELECT quote_ident(schemaname) || '.' || quote_ident(relname) AS name
  FROM pg_stat_user_tables
  WHERE schemaname = current_schema() AND n_mod_since_analyze > greatest(50, n_live_tup / 2)`

/**
 * Takes statistics of each table of which half has changed since they were taken. Postgres does so by itself within
 * minutes; an import has written a site by then.
 */
export const keepPostgresStatistics = async (pool: PostgresAdapter['pool']): Promise<void> => {
  const { rows } = await pool.query<{ name: string }>(changedTables)
  for (const { name } of rows) await pool.query(`ANALYZE (SKIP_LOCKED) ${name}`)
}
