import type { SQLiteAdapter } from '@payloadcms/db-sqlite'
import { count, sql } from '@payloadcms/db-sqlite/drizzle'

import { listTotals, mostCounted } from './listTotals.ts'

type CountDistinct = SQLiteAdapter['countDistinct']

/**
 * Counting for SQLite that does not grow with lists of drafts: see `listTotals`. Other tables and counts over several
 * tables are counted as ever.
 */
export const countLists = (adapter: SQLiteAdapter): CountDistinct => {
  const countAll: CountDistinct = adapter.countDistinct.bind(adapter)
  const total = listTotals()
  return (args) => {
    const { column, db, joins, tableName, where } = args
    const table = adapter.tables[tableName]
    if (column || joins.length > 0 || !table || !('latest' in table)) return countAll(args)
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
  }
}
