import type { Client } from '@libsql/client'

/** Rows that SQLite looks at for each index; the more, the truer and the slower. */
const sampledRows = 1_000

const growth = 2

const textOf = (value: unknown): string => (typeof value === 'string' ? value : '')

const quoted = (name: string): string => `"${name.replaceAll('"', '""')}"`

// Most links have no url that they wait for. Counting those as one value, SQLite would believe that asking for a url finds
// nearly all links, and read them all.
const misleading = new Set(['answerbook_links'])

const tablesOf = async (client: Client): Promise<string[]> => {
  const { rows } = await client.execute(
    "SELECT name FROM sqlite_master WHERE type = 'table' AND name NOT LIKE 'sqlite_%'",
  )
  return rows.map(({ name }) => textOf(name)).filter((name) => !misleading.has(name))
}

/** How many rows each table had when its statistics were taken. */
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
    // The largest row id is at least the number of rows there are, and costs one step to find.
    const { rows } = await client.execute(`SELECT max(rowid) AS n FROM ${quoted(table)}`)
    const now = Number(rows[0]?.n ?? 0)
    if (now > growth * (then.get(table) ?? 0)) return true
  }
  return false
}

/**
 * Takes statistics when there are none, or when a table has twice as many rows as when they were taken. Without them SQLite
 * reads whole tables by indexes that hold one value. Takes tens of milliseconds whatever the size.
 */
export const keepSqliteStatistics = async (client: Client): Promise<void> => {
  if (!(await hasGrown(client))) return
  await client.execute(`PRAGMA analysis_limit = ${sampledRows}`)
  for (const table of await tablesOf(client)) await client.execute(`ANALYZE ${quoted(table)}`)
}
