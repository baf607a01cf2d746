import type { poolOf } from '../../../src/database/postgresConnections.ts'
import { isRecord } from '../../../src/documents/documents.ts'
import { growingTables } from './growing.ts'

type Pool = NonNullable<ReturnType<typeof poolOf>>

type Statement = { sql: string; values: unknown[] }

/** A statement, and whether Postgres has read far more rows for it than it returns. */
export type Examined = { shown: string; readsAll: boolean }

const growing = new Set(growingTables)

// The same statement with lists of other lengths has the same plan.
const shapeOf = (sql: string): string => sql.replaceAll(/\$\d+/g, '?').replaceAll(/\?(, \?)+/g, '?')

const statementOf = ([config, values]: unknown[]): Statement | undefined => {
  if (!isRecord(config) || typeof config.text !== 'string') return undefined
  const given: unknown = values ?? config.values
  return { sql: config.text, values: Array.isArray(given) ? given : [] }
}

/** Records the statements that run on the connections of a pool until `stop`; each shape of a statement once. */
export const recordStatements = (pool: Pool): { stop: () => Statement[] } => {
  const seen = new Map<string, Statement>()
  const watched = new Map<object, unknown>()
  const watch = (client: { query: unknown }): void => {
    const { query } = client
    if (watched.has(client) || typeof query !== 'function') return
    watched.set(client, query)
    client.query = (...args: unknown[]): unknown => {
      const statement = statementOf(args)
      if (statement && /^\s*(select|update|delete)\b/i.test(statement.sql))
        seen.set(shapeOf(statement.sql), statement)
      return Reflect.apply(query, client, args)
    }
  }
  pool.on('acquire', watch)
  return {
    stop: () => {
      pool.off('acquire', watch)
      for (const [client, query] of watched) Reflect.set(client, 'query', query)
      return [...seen.values()]
    },
  }
}

const textOf = (value: unknown): string => (typeof value === 'string' ? value : '')

const numberOf = (value: unknown): number => (typeof value === 'number' ? value : 0)

/** All steps of a plan, including nested ones. */
const stepsOf = (plan: unknown): Record<string, unknown>[] => {
  if (!isRecord(plan)) return []
  const within: unknown[] = Array.isArray(plan.Plans) ? plan.Plans : []
  return [plan, ...within.flatMap(stepsOf)]
}

const rowsRead = (step: Record<string, unknown>): number =>
  growing.has(textOf(step['Relation Name']))
    ? (numberOf(step['Actual Rows']) + numberOf(step['Rows Removed by Filter'])) *
      numberOf(step['Actual Loops'])
    : 0

/**
 * Runs statements once more, without effect, and returns those that read more than `most` rows beyond those that they
 * return or skip. A count that stops at a limit is not one of them.
 */
export const examine = async (
  pool: Pool,
  statements: readonly Statement[],
  most: number,
): Promise<Examined[]> => {
  const client = await pool.connect()
  const examined: Examined[] = []
  for (const { sql, values } of statements) {
    // Postgres rightly reads all of so few rows, even if there is an index.
    await client.query('BEGIN; SET LOCAL enable_seqscan = off; SET LOCAL enable_bitmapscan = off')
    const { rows } = await client.query<{ 'QUERY PLAN': { Plan?: unknown }[] }>(
      `EXPLAIN (ANALYZE, TIMING OFF, FORMAT JSON) ${sql}`,
      values,
    )
    await client.query('ROLLBACK')
    const steps = stepsOf(rows[0]?.['QUERY PLAN'][0]?.Plan)
    const given = numberOf(steps[0]?.['Actual Rows'])
    const read = Math.max(0, ...steps.map(rowsRead))
    const [, offset] = / offset \$(\d+)/.exec(sql) ?? []
    const wanted = given + numberOf(values[Number(offset) - 1])
    const stopsEarly = /^select count\(\*\).* limit \$\d+/is.test(sql)
    const plan = steps.map(
      (step) => `${textOf(step['Node Type'])} ${textOf(step['Index Name'])} ${rowsRead(step)}`,
    )
    const shown = `${sql.slice(0, 1_000)} read ${read} for ${given}: ${plan.join(', ')}`
    examined.push({ shown, readsAll: !stopsEarly && read > wanted + most })
  }
  client.release()
  return examined
}
