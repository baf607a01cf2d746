import type { Client } from '@libsql/client'

/** Rows that SQLite samples for each index; more is more accurate and slower. */
const sampledRows = 1_000

const growth = 2

const textOf = (value: unknown): string => (typeof value === 'string' ? value : '')

const quoted = (name: string): string => `"${name.replaceAll('"', '""')}"`

// Most links are not waiting for a URL. Counting those as one value, SQLite would assume that a query for a URL matches
// almost all links, and read them all.
const misleading = new Set(['answerbook_links'])

const tablesOf = async (client: Client): Promise<string[]> => {
  const { rows } = await client.execute(
    "SELECT name FROM sqlite_master WHERE type = 'table' AND name NOT LIKE 'sqlite_%'",
  )
  return rows.map(({ name }) => textOf(name)).filter((name) => !misleading.has(name))
}

/** The number of rows of each table when its statistics were taken. */
const rowsThen = async (client: Client): Promise<Map<string, number>> => {
  const there = await client.execute("SELECT 1 FROM sqlite_master WHERE name = 'sqlite_stat1'")
  if (there.rows.length === 0) return new Map()
  const { rows } = await client.execute(
    'SELECT tbl, max(CAST(stat AS INTEGER)) AS n FROM sqlite_stat1 GROUP BY tbl',
  )
  return new Map(rows.map(({ n, tbl }) => [textOf(tbl), Number(n)]))
}

const hasGrown = async (client: Client): Promise<boolean> => {
  const then = await rowsThen(client)
  for (const table of await tablesOf(client)) {
    // The largest row id is at least the number of rows, and is found in a single step.
    const { rows } = await client.execute(`SELECT max(rowid) AS n FROM ${quoted(table)}`)
    const now = Number(rows[0]?.n ?? 0)
    if (now > growth * (then.get(table) ?? 0)) return true
  }
  return false
}

/**
 * Updates the statistics if there are none, or if a table has twice as many rows as when they were taken. Without them,
 * SQLite reads whole tables through indexes with a single value. Takes tens of milliseconds at any size.
 */
export const keepSqliteStatistics = async (client: Client): Promise<void> => {
  if (!(await hasGrown(client))) return
  await client.execute(`PRAGMA analysis_limit = ${sampledRows}`)
  const analyses = (await tablesOf(client)).map((table) => `ANALYZE ${quoted(table)}`)
  // Other connections, also those of other processes, only read statistics again when the schema has changed.
  await client.batch(['DROP TABLE IF EXISTS sqlite_stat1', ...analyses], 'write')
}
