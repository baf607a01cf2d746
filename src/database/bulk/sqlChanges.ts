import type { Row, SqlAdapter } from './adapters.ts'
import { type Dialect, dialectOf } from './dialect.ts'
import { ofOwners } from './ofOwners.ts'
import { insertInto } from './statements.ts'

const ownersPerStatement = 500

type Update = { tableName: string; row: Row; set: Row; target: unknown }

/** The statements of several updates: rows to update, conditions of rows to remove, and rows to add, by table. */
export type Changes = {
  added: Map<string, Row[]>
  removed: Map<string, unknown[]>
  updated: Update[]
}

/** No changes yet. */
export const noChanges = (): Changes => ({ added: new Map(), removed: new Map(), updated: [] })

/** Runs the collected statements, several as one where the dialect of the adapter is known. */
export const writeChanges = async (
  adapter: SqlAdapter,
  db: unknown,
  { added, removed, updated }: Changes,
): Promise<void> => {
  const dialect = dialectOf(adapter)
  for (const { rows, set, tableName, target } of grouped(adapter, updated, dialect))
    await insertInto(adapter, db, { onConflictDoUpdate: { set, target }, rows, tableName })
  for (const [tableName, conditions] of removed)
    for (const where of joined(conditions, dialect)) await adapter.deleteWhere({ db, tableName, where })
  for (const [tableName, rows] of added) await insertInto(adapter, db, { rows, tableName })
}

/** Conditions for the rows that have to go, as few as possible. */
const joined = (conditions: readonly unknown[], dialect: Dialect | undefined): readonly unknown[] => {
  const rows = dialect && ofOwners(conditions)
  if (!rows) return conditions
  const statements = Math.ceil(rows.owners.length / ownersPerStatement)
  return Array.from({ length: statements }, (_, at) => {
    const owners = rows.owners.slice(at * ownersPerStatement, (at + 1) * ownersPerStatement)
    return dialect.ofOwners({ ...rows, owners })
  })
}

type Group = { tableName: string; rows: Row[]; set: Row; target: unknown }

/** Joins updates that set the same columns of a table. */
const grouped = (
  { tables }: SqlAdapter,
  updated: readonly Update[],
  dialect: Dialect | undefined,
): Group[] => {
  if (!dialect) return updated.map(({ row, ...update }) => ({ ...update, rows: [row] }))
  const groups = new Map<string, Group>()
  for (const { row, set, tableName, target } of updated) {
    const key = JSON.stringify([tableName, Object.keys(set)])
    const known = groups.get(key)
    if (known) known.rows.push(row)
    else {
      const excluded: Row = {}
      for (const name of Object.keys(set)) {
        const column = tables[tableName]?.[name]
        if (column) excluded[name] = dialect.excluded(column)
      }
      groups.set(key, { tableName, rows: [row], set: excluded, target })
    }
  }
  return [...groups.values()]
}
