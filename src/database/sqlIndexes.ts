import { createHash } from 'node:crypto'

import type { PostgresAdapter } from '@payloadcms/db-postgres'
import type { SQLiteAdapter } from '@payloadcms/db-sqlite'
import type { SanitizedCollectionConfig } from 'payload'

import { draftIndexes, type VersionColumn } from './draftIndexes.ts'

type Adapter = SQLiteAdapter | PostgresAdapter
export type RawTable = Adapter['rawTables'][string]
type RawIndex = NonNullable<RawTable['indexes']>[string]

/** The columns of an index, in their order. */
export const columnsOf = ({ on }: RawIndex): string[] => (typeof on === 'string' ? [on] : on)

const versionKey = ({ of, name }: VersionColumn): string =>
  of === 'version' ? name : `version_${name.replaceAll('.', '_')}`

const isPrefix = (columns: readonly string[], others: readonly string[]): boolean =>
  columns.length < others.length && columns.every((column, at) => column === others[at])

/** A name that says what an index holds, as far as the database has room for it. */
export const nameOf = (table: RawTable, columns: readonly string[], longestName: number): string => {
  const name = `${table.name}_${columns.join('_')}_list_idx`
  if (name.length <= longestName) return name
  const ending = `_${createHash('sha256').update(name).digest('hex').slice(0, 8)}_list_idx`
  return name.slice(0, longestName - ending.length) + ending
}

/** Adds indexes to a table, and takes away those that are the beginning of another one. */
export const setIndexes = (
  table: RawTable,
  kept: readonly RawIndex[],
  added: readonly string[][],
  longestName: number,
): void => {
  const made = added
    .filter((columns) => columns.every((column) => column in table.columns))
    .map((columns): RawIndex => ({ name: nameOf(table, columns, longestName), on: columns }))
  const all = [...kept, ...made]
  const useful = all.filter(
    (index) => index.unique || !all.some((other) => isPrefix(columnsOf(index), columnsOf(other))),
  )
  table.indexes = Object.fromEntries(useful.map((index) => [index.name, index]))
}

/** The indexes of a table. */
export const indexesOf = (table: RawTable): RawIndex[] => Object.values(table.indexes ?? {})

const indexVersions = (table: RawTable, config: SanitizedCollectionConfig, longestName: number): void => {
  const { added, replaced } = draftIndexes(config)
  if (added.length === 0) return
  const gone = new Set(replaced.map(versionKey))
  // Payload repeats the compound indexes of the documents for versions, without `latest`, where nothing asks for them.
  const kept = indexesOf(table).filter((index) => {
    const [first = '', ...others] = columnsOf(index)
    return others.length === 0 && !gone.has(first)
  })
  setIndexes(
    table,
    kept,
    added.map((columns) => columns.map(versionKey)),
    longestName,
  )
}

const indexDocuments = (table: RawTable): void => {
  const gone = new Set(['_status', 'deletedAt'])
  const kept = indexesOf(table).filter((index) => {
    const [first = '', ...others] = columnsOf(index)
    return index.unique || others.length > 0 || !gone.has(first)
  })
  setIndexes(table, kept, [], Infinity)
}

// A path has one or two values for all rows, and an order a few: SQLite takes such an index for the better one, and reads
// the whole table through it.
const indexRelations = (table: RawTable, longestName: number): void => {
  const gone = new Set(['order', 'path', 'parent'])
  const kept = indexesOf(table).filter((index) => !gone.has(columnsOf(index).join()))
  setIndexes(table, kept, [['parent', 'path']], longestName)
}

/**
 * Brings the indexes that the real queries of lists, saves and relations need to a SQL database, and takes away those that
 * mislead SQLite into reading whole tables. Runs before the schema is built, so that migrations know of it. Names of indexes
 * get no longer than `longestName`.
 */
export const indexForLists =
  (adapter: () => Adapter | undefined, longestName = Infinity) =>
  <Schema>({ schema }: { schema: Schema }): Schema => {
    const { payload, rawTables, tableNameMap, relationshipsSuffix, versionsSuffix } = adapter() ?? {}
    if (!payload || !rawTables || !tableNameMap) return schema
    const tableOf = (name: string): RawTable | undefined => rawTables[tableNameMap.get(name) ?? name]
    for (const config of payload.config.collections) {
      const documents = tableOf(snakeCase(config.slug))
      const versions = tableOf(`_${snakeCase(config.slug)}${versionsSuffix}`)
      if (documents) indexDocuments(documents)
      if (versions) indexVersions(versions, config, longestName)
    }
    for (const [name, table] of Object.entries(rawTables)) {
      if (relationshipsSuffix && name.endsWith(relationshipsSuffix)) indexRelations(table, longestName)
    }
    return schema
  }

const snakeCase = (slug: string): string => slug.replaceAll('-', '_')
