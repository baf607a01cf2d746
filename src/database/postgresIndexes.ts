import type { PostgresAdapter } from '@payloadcms/db-postgres'
import { and, is, isNotNull, isNull, type SQL, sql } from '@payloadcms/db-postgres/drizzle'
import { ExtraConfigColumn, index, PgColumn, PgTable } from '@payloadcms/db-postgres/drizzle/pg-core'

import { columnsOf, indexesOf, indexForLists, nameOf, type RawTable, setIndexes } from './sqlIndexes.ts'

type BeforeSchemaInit = PostgresAdapter['beforeSchemaInit'][number]
type AfterSchemaInit = PostgresAdapter['afterSchemaInit'][number]

/** A partial index: of the rows that satisfy its conditions. */
type PartialIndex = { name: string; columns: string[]; conditions: ((table: PgTable) => SQL)[] }

/** Longer names are truncated. */
const maxNameLength = 63

const columnOf = (table: PgTable, name: string): PgColumn => {
  const column: unknown = Reflect.get(table, name)
  if (!is(column, PgColumn)) throw new TypeError(`There is no column ${name}.`)
  return column
}

/** What list queries require of these columns: the latest version, and not trashed. */
const asked: Record<string, (table: PgTable) => SQL> = {
  latest: (table) => sql`${columnOf(table, 'latest')}`,
  deletedAt: (table) => isNull(columnOf(table, 'deletedAt')),
  version_deletedAt: (table) => isNull(columnOf(table, 'version_deletedAt')),
}

const isAsked = (column: string): boolean => column in asked

/** The index of trashed documents, which the list indexes exclude. */
const trashIndex = (table: RawTable): PartialIndex[] => {
  const deletedAt = Object.keys(table.columns).find((name) => /^(version_)?deletedAt$/.test(name))
  if (deletedAt === undefined) return []
  const inTrash = (made: PgTable): SQL => isNotNull(columnOf(made, deletedAt))
  return [{ name: nameOf(table, [deletedAt], maxNameLength), columns: [deletedAt], conditions: [inTrash] }]
}

/** Removes the indexes of a table that are to become partial ones. */
const takePartial = (table: RawTable): PartialIndex[] => {
  const isPartial = (columns: readonly string[]): boolean =>
    columns.some((column, at) => isAsked(column) && !columns.slice(at).every(isAsked))
  const all = indexesOf(table)
  const taken = all.filter((each) => !each.unique && isPartial(columnsOf(each))).map(columnsOf)
  if (taken.length === 0) return []
  const kept = all.filter((each) => each.unique || !isPartial(columnsOf(each)))
  const before = taken.map((columns) => columns.slice(0, columns.findIndex(isAsked)))
  setIndexes(
    table,
    kept,
    before.filter((columns) => columns.length > 0),
    maxNameLength,
  )
  const made = taken.map((columns): PartialIndex => {
    const held = columns.filter((column) => !isAsked(column))
    const conditions = columns.flatMap((column) => asked[column] ?? [])
    return { name: nameOf(table, held, maxNameLength), columns: held, conditions }
  })
  return [...made, ...trashIndex(table)]
}

/**
 * The indexes of `indexForLists` in a form that Postgres can use. It does not recognize that rows are in the order of
 * an index whose first columns are compared to null, and would sort the whole list. So these columns become conditions
 * of the index, which Payload's own indexes do not support.
 */
export const partialIndexes = (
  adapter: () => PostgresAdapter | undefined,
): { beforeSchemaInit: BeforeSchemaInit[]; afterSchemaInit: AfterSchemaInit[] } => {
  const partial = new Map<string, PartialIndex[]>()
  const take: BeforeSchemaInit = ({ schema }) => {
    for (const [name, table] of Object.entries(adapter()?.rawTables ?? {}))
      partial.set(name, takePartial(table))
    return schema
  }
  const add: AfterSchemaInit = ({ extendTable, schema }) => {
    for (const [name, indexes] of partial) {
      const table: unknown = adapter()?.tables[name]
      if (!is(table, PgTable)) continue
      const make = (indexed: object, { columns, conditions, name }: PartialIndex) => {
        const [first, ...others] = columns
          .map((column): unknown => Reflect.get(indexed, column))
          .filter((column) => is(column, ExtraConfigColumn))
        if (!first) throw new TypeError(`The index ${name} has no columns.`)
        return index(name)
          .on(first, ...others)
          .where(and(...conditions.map((condition) => condition(table))) ?? sql`true`)
      }
      extendTable({
        table,
        extraConfig: (indexed: object) =>
          Object.fromEntries(indexes.map((each) => [each.name, make(indexed, each)])),
      })
    }
    return schema
  }
  return { beforeSchemaInit: [indexForLists(adapter, maxNameLength), take], afterSchemaInit: [add] }
}
