import type { Client, InValue, TransactionMode } from '@libsql/client'

import { growingTables } from './growing.ts'

/** A statement that was run, with SQLite's plan: one line for each table. */
export type Planned = { sql: string; plan: { line: string; isOuter: boolean }[] }

const growing = new Set(growingTables)

/** Columns with a few values for all rows: an index of these alone is useless. */
const few = new Set([
  'latest',
  'autosave',
  'draft',
  'relation_to',
  'deleted_at',
  '_status',
  'version_deleted_at',
  'version__status',
])

type Statement = { sql: string; args: InValue[] }

const shown = (sql: string): string => sql.replaceAll('"', '').replaceAll(/\s+/g, ' ')

// The same statement with lists of other lengths has the same plan.
const shapeOf = (sql: string): string => shown(sql).replaceAll(/\?(, \?)+/g, '?')

/** Records the statements that a client runs until `stop`; each shape of a statement once. */
export const recordStatements = (client: Client): { stop: () => Statement[] } => {
  const seen = new Map<string, Statement>()
  const note = (statement: string | { sql: string; args?: unknown }): void => {
    const sql = typeof statement === 'string' ? statement : statement.sql
    const args: unknown = typeof statement === 'string' ? [] : statement.args
    if (!/^\s*(select|update|delete)\b/i.test(sql)) return
    seen.set(shapeOf(sql), { sql, args: Array.isArray(args) ? args : [] })
  }
  const execute = client.execute.bind(client)
  const transaction = client.transaction.bind(client)
  client.execute = (...given: Parameters<Client['execute']>) => {
    note(given[0])
    return execute(...given)
  }
  client.transaction = async (mode?: TransactionMode) => {
    const opened = await transaction(mode ?? 'write')
    const run = opened.execute.bind(opened)
    opened.execute = (statement) => {
      note(statement)
      return run(statement)
    }
    return opened
  }
  return {
    stop: () => {
      Object.assign(client, { execute, transaction })
      return [...seen.values()]
    },
  }
}

/** SQLite's plans for statements. */
export const plansOf = async (client: Client, statements: readonly Statement[]): Promise<Planned[]> => {
  const plans: Planned[] = []
  for (const { sql, args } of statements) {
    const { rows } = await client.execute({ sql: `EXPLAIN QUERY PLAN ${sql}`, args })
    const plan = rows.map(({ detail, parent }) => ({
      line: typeof detail === 'string' ? detail : '',
      isOuter: parent === 0,
    }))
    plans.push({ sql: shown(sql), plan })
  }
  return plans
}

const constraints =
  /^(?:SCAN|SEARCH) (?:"?(\w+)"?)(?: USING (?:COVERING )?INDEX \S+| USING INTEGER PRIMARY KEY)?(?: \((.*)\))?/

// Payload reads relations by a query of their own, under another name.
const tableOf = (name: string): string => name.replace(/__rels$/, '_rels')

const readsAll = (line: string, plan: Planned['plan']): boolean => {
  const [, name = '', found] = constraints.exec(line) ?? []
  const table = tableOf(name)
  if (!growing.has(table)) return false
  // What another query of the statement has found.
  if (line.startsWith('SCAN')) return !plan.some((other) => other.line === `CO-ROUTINE ${name}`)
  // A range of such a column leaves out its most frequent value, which is null.
  const columns = (found ?? '').split(' AND ').map((part) => /^(\w+)=/.exec(part)?.[1] ?? part)
  return columns.every((column) => few.has(column) || (column === 'path' && table.endsWith('_rels')))
}

/**
 * Plans that read a whole table, or a whole index, that grows with the site. A statement with a limit and without sorting
 * stops early, and does not count, unless it looks for values that few rows have.
 */
export const growingPlans = (plans: readonly Planned[]): string[] =>
  plans
    .filter(({ plan, sql }) => {
      const isSorted = plan.some(({ isOuter, line }) => isOuter && line.startsWith('USE TEMP B-TREE'))
      const stopsEarly = /\blimit \?/i.test(sql) && !isSorted && !/\bis not null\b/i.test(sql)
      return !stopsEarly && plan.some(({ line }) => readsAll(line, plan))
    })
    .map(({ plan, sql }) => [sql.slice(0, 1_000), ...plan.map(({ line }) => line)].join('\n    '))
