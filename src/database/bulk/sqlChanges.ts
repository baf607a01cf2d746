import type { Row, SqlAdapter } from './adapters.ts'
import { type Dialect, dialectOf } from './dialect.ts'
import { ofOwners } from './ofOwners.ts'
import { insertInto, updateIn } from './statements.ts'

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
  for (const group of grouped(updated)) await update(adapter, db, group)
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

/** Updates that set the same columns of a table. */
type Group = { tableName: string; names: string[]; updates: Update[] }

const grouped = (updated: readonly Update[]): Group[] => {
  const groups = new Map<string, Group>()
  for (const update of updated) {
    const { set, tableName } = update
    const names = Object.keys(set).filter((name) => name !== 'id')
    const key = JSON.stringify([tableName, names])
    const known = groups.get(key)
    if (known) known.updates.push(update)
    else groups.set(key, { tableName, names, updates: [update] })
  }
  return [...groups.values()]
}

/** Updates rows, several with one statement where the dialect of the adapter is known. */
const update = async (
  adapter: SqlAdapter,
  db: unknown,
  { names, tableName, updates }: Group,
): Promise<void> => {
  const dialect = dialectOf(adapter)
  const isById = updates.every(({ row, target }) => 'id' in row && target === adapter.tables[tableName]?.id)
  const rows = updates.map(({ row }) => row)
  if (dialect && isById && (await updateIn(adapter, db, { ...dialect, names, rows, tableName }))) return
  for (const { row, set, target } of updates)
    await insertInto(adapter, db, { onConflictDoUpdate: { set, target }, rows: [row], tableName })
}
