import { is, type SQL, sql, Table } from '@payloadcms/db-sqlite/drizzle'
import type { BaseDatabaseAdapter } from 'payload'

import { listTotals } from './listTotals.ts'

type Counts = Pick<BaseDatabaseAdapter, 'count' | 'countVersions'>

type CountArguments = {
  column?: unknown
  db: unknown
  joins: readonly unknown[]
  tableName: string
  where: SQL | undefined
}

type Adapter<Database, Arguments> = Counts & {
  countDistinct: (args: Arguments) => Promise<number>
  drizzle: Database
  tables: Record<string, unknown>
}

/** What differs between the SQL databases. */
export type Statements<Database> = {
  /** A statement as text, with the values of its parameters. */
  show: (statement: SQL) => { sql: string; params: unknown[] }
  /** The rows that a statement returns. */
  rows: (on: Database, statement: SQL) => Promise<readonly unknown[]>
}

const numberIn = (row: unknown): number =>
  typeof row === 'object' && row !== null && 'n' in row ? Number(row.n) : 0

/**
 * Counts lists in a SQL database at a cost that does not grow with them: see `listTotals`. A count that is requested by
 * itself, or that joins tables, is exact. `commits` returns how often this process has committed.
 */
export const countLists = <Database, Arguments extends CountArguments>(
  adapter: Adapter<Database, Arguments>,
  commits: () => number,
  { rows, show }: Statements<Database | Arguments['db']>,
): Omit<Adapter<Database, Arguments>, 'drizzle' | 'tables'> => {
  const total = listTotals(commits)
  const countAll = adapter.countDistinct.bind(adapter)
  // Payload's own counts call the adapter that they belong to.
  const exactly = new Proxy(adapter, {
    get: (target, name): unknown => (name === 'countDistinct' ? countAll : Reflect.get(target, name)),
  })
  return {
    count: adapter.count.bind(exactly),
    countVersions: adapter.countVersions.bind(exactly),
    countDistinct: (args) => {
      const { column, db, joins, tableName, where } = args
      const table: unknown = adapter.tables[tableName]
      if (column || joins.length > 0 || !is(table, Table)) return countAll(args)
      const from = where ? sql`from ${table} where ${where}` : sql`from ${table}`
      const upTo = async (on: Database | Arguments['db'], limit?: number): Promise<number> => {
        const statement =
          limit === undefined
            ? sql`select count(*) as n ${from}`
            : sql`select count(*) as n from (select 1 ${from} limit ${limit}) as counted`
        const [row] = await rows(on, statement)
        return numberIn(row)
      }
      const { params, sql: text } = show(from)
      return total(`${text} ${JSON.stringify(params)}`, {
        now: (limit) => upTo(db, limit),
        later: (limit) => upTo(adapter.drizzle, limit),
      })
    },
  }
}
