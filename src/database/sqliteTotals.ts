import type { SQLiteAdapter } from '@payloadcms/db-sqlite'
import { count, is, sql } from '@payloadcms/db-sqlite/drizzle'
import { SQLiteTable } from '@payloadcms/db-sqlite/drizzle/sqlite-core'

import { listTotals } from './listTotals.ts'

type Counting = Pick<SQLiteAdapter, 'count' | 'countDistinct' | 'countVersions'>

/**
 * Counts the lists of a SQLite database at a price that does not grow with them: see `listTotals`. What is counted for its
 * own sake, or over several tables, is counted to the end. `commits` tells how often this process has committed.
 */
export const countLists = (adapter: SQLiteAdapter, commits: () => number): Counting => {
  const total = listTotals(commits)
  const countAll: Counting['countDistinct'] = adapter.countDistinct.bind(adapter)
  // Payload's own counts ask the adapter that they belong to.
  const exactly = new Proxy(adapter, {
    get: (target, name): unknown => (name === 'countDistinct' ? countAll : Reflect.get(target, name)),
  })
  return {
    count: adapter.count.bind(exactly),
    countVersions: adapter.countVersions.bind(exactly),
    countDistinct: (args) => {
      const { column, db, joins, tableName, where } = args
      const table: unknown = adapter.tables[tableName]
      if (column || joins.length > 0 || !is(table, SQLiteTable)) return countAll(args)
      const upTo = async (on: Pick<typeof db, 'select'>, most?: number): Promise<number> => {
        const all = on
          .select({ one: sql`1`.as('one') })
          .from(table)
          .where(where)
        const [counted] =
          most === undefined
            ? await on.select({ count: count() }).from(table).where(where)
            : await on.select({ count: count() }).from(all.limit(most).as('some'))
        return counted?.count ?? 0
      }
      const { sql: text, params } = db
        .select({ one: sql`1` })
        .from(table)
        .where(where)
        .toSQL()
      return total(`${text} ${JSON.stringify(params)}`, {
        now: (most) => upTo(db, most),
        later: (most) => upTo(adapter.drizzle, most),
      })
    },
  }
}
