import { createHash } from 'node:crypto'

import type { PostgresAdapter } from '@payloadcms/db-postgres'
import type { SQLiteAdapter } from '@payloadcms/db-sqlite'
import type { SanitizedCollectionConfig } from 'payload'

import { draftIndexes, type VersionColumn } from './draftIndexes.ts'

type Adapter = SQLiteAdapter | PostgresAdapter
export type RawTable = Adapter['rawTables'][string]
type RawIndex = NonNullable<RawTable['indexes']>[string]

/** The columns of an index, in order. */
export const columnsOf = ({ on }: RawIndex): string[] => (typeof on === 'string' ? [on] : on)

const versionKey = ({ of, name }: VersionColumn): string =>
  of === 'version' ? name : `version_${name.replaceAll('.', '_')}`

const isPrefix = (columns: readonly string[], others: readonly string[]): boolean =>
  columns.length < others.length && columns.every((column, at) => column === others[at])

/** A name that describes an index, as far as the database's limit allows. */
export const nameOf = (table: RawTable, columns: readonly string[], maxNameLength: number): string => {
  const name = `${table.name}_${columns.join('_')}_list_idx`
  if (name.length <= maxNameLength) return name
  const ending = `_${createHash('sha256').update(name).digest('hex').slice(0, 8)}_list_idx`
  return name.slice(0, maxNameLength - ending.length) + ending
}

/** Adds indexes to a table, and removes those that are a prefix of another one. */
export const setIndexes = (
  table: RawTable,
  kept: readonly RawIndex[],
  added: readonly string[][],
  maxNameLength: number,
): void => {
  const made = added
    .filter((columns) => columns.every((column) => column in table.columns))
    .map((columns): RawIndex => ({ name: nameOf(table, columns, maxNameLength), on: columns }))
  const all = [...kept, ...made]
  const useful = all.filter(
    (index) => index.unique || !all.some((other) => isPrefix(columnsOf(index), columnsOf(other))),
  )
  table.indexes = Object.fromEntries(useful.map((index) => [index.name, index]))
}

/** The indexes of a table. */
export const indexesOf = (table: RawTable): RawIndex[] => Object.values(table.indexes ?? {})

const indexVersions = (table: RawTable, config: SanitizedCollectionConfig, maxNameLength: number): void => {
  const { added, replaced } = draftIndexes(config)
  if (added.length === 0) return
  const gone = new Set(replaced.map(versionKey))
  // Payload repeats the compound indexes of documents for versions, without `latest`; no query uses them.
  const kept = indexesOf(table).filter((index) => {
    const [first = '', ...others] = columnsOf(index)
    return others.length === 0 && !gone.has(first)
  })
  setIndexes(
    table,
    kept,
    added.map((columns) => columns.map(versionKey)),
    maxNameLength,
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

// A path has one or two values for all rows, and a position only a few: SQLite prefers such an index, and reads the
// whole table through it.
const indexRelations = (table: RawTable, maxNameLength: number): void => {
  const gone = new Set(['order', 'path', 'parent'])
  const kept = indexesOf(table).filter((index) => !gone.has(columnsOf(index).join()))
  setIndexes(table, kept, [['parent', 'path']], maxNameLength)
}

/**
 * Adds the indexes that the real queries of lists, saves and relationships need to a SQL database, and removes those
 * that mislead SQLite into reading whole tables. Runs before the schema is built, so that migrations include it. Index
 * names are limited to `maxNameLength`.
 */
export const indexForLists =
  (adapter: () => Adapter | undefined, maxNameLength = Infinity) =>
  <Schema>({ schema }: { schema: Schema }): Schema => {
    const { payload, rawTables, tableNameMap, relationshipsSuffix, versionsSuffix } = adapter() ?? {}
    if (!payload || !rawTables || !tableNameMap) return schema
    const tableOf = (name: string): RawTable | undefined => rawTables[tableNameMap.get(name) ?? name]
    for (const config of payload.config.collections) {
      const documents = tableOf(snakeCase(config.slug))
      const versions = tableOf(`_${snakeCase(config.slug)}${versionsSuffix}`)
      if (documents) indexDocuments(documents)
      if (versions) indexVersions(versions, config, maxNameLength)
    }
    for (const [name, table] of Object.entries(rawTables)) {
      if (relationshipsSuffix && name.endsWith(relationshipsSuffix)) indexRelations(table, maxNameLength)
    }
    return schema
  }

const snakeCase = (slug: string): string => slug.replaceAll('-', '_')
