import type { SQLiteAdapter } from '@payloadcms/db-sqlite'
import { count, is, sql } from '@payloadcms/db-sqlite/drizzle'
import { SQLiteTable } from '@payloadcms/db-sqlite/drizzle/sqlite-core'

import { listTotals, mostCounted } from './listTotals.ts'

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
      const some = db
        .select({ one: sql`1`.as('one') })
        .from(table)
        .where(where)
        .limit(mostCounted + 1)
      const { sql: text, params } = some.toSQL()
      return total(`${text} ${JSON.stringify(params)}`, {
        capped: async () => {
          const [counted] = await db.select({ count: count() }).from(some.as('some'))
          return counted?.count ?? 0
        },
        // It may be counted later, when the transaction of this read has ended.
        exact: async () => {
          const [counted] = await adapter.drizzle.select({ count: count() }).from(table).where(where)
          return counted?.count ?? 0
        },
      })
    },
  }
}
