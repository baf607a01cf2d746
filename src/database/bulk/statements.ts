import type { Column, Row, SqlAdapter, Table } from './adapters.ts'
import { inOrder } from './inOrder.ts'
import { literalStatement } from './literalStatement.ts'
import { updateStatement } from './updateStatement.ts'

/** Number of values in a statement. SQLite runs one without letting the event loop run; more save hardly any time. */
const valuesPerStatement = 2_000

type Inserting = Promise<unknown> & {
  onConflictDoUpdate: (update: object) => Inserting
  toSQL: () => { sql: string }
}

type Insertable = { insert: (table: object) => { values: (rows: readonly Row[]) => Inserting } }

type Connection = Insertable &
  ({ run: (statement: object) => Promise<unknown> } | { execute: (statement: object) => Promise<unknown> })

const isConnection = (db: unknown): db is Connection =>
  typeof db === 'object' && db !== null && 'insert' in db && ('run' in db || 'execute' in db)

const run = (db: Connection, statement: object): Promise<unknown> =>
  'run' in db ? db.run(statement) : db.execute(statement)

type Insertion = {
  tableName: string
  rows: readonly Row[]
  /** How a row that exists is updated, as Drizzle takes it. */
  onConflictDoUpdate?: { set: Row; target: unknown }
}

/**
 * Inserts rows into a table, or updates those that exist, many with each statement and without returning them. Rows may
 * leave out columns that have a default or may be empty.
 */
export const insertInto = async (
  { tables }: SqlAdapter,
  db: unknown,
  { onConflictDoUpdate, rows, tableName }: Insertion,
): Promise<void> => {
  const table = tables[tableName]
  if (!table || !isConnection(db)) throw new TypeError(`The database adapter has no table "${tableName}".`)
  const insert = (some: readonly Row[]): Inserting => {
    const plain = db.insert(table).values(some)
    return onConflictDoUpdate ? plain.onConflictDoUpdate(onConflictDoUpdate) : plain
  }
  // Drizzle takes several times longer to build a statement than databases to run it, so it shows only how.
  const example = insert([{}]).toSQL().sql
  const columns = columnsOf(table)
  const size = Math.max(1, Math.floor(valuesPerStatement / columns.length))
  const writes = inOrder()
  try {
    for (let at = 0; at < rows.length; at += size) {
      const some = rows.slice(at, at + size)
      // Values to set have their place after those of the rows.
      const statement = onConflictDoUpdate ? undefined : literalStatement(example, columns, some)
      // No more than one statement is waiting: all of them would be alive at the same time.
      await writes.done()
      writes.begin(async () => {
        await (statement ? run(db, statement) : insert(some))
      })
    }
    await writes.done()
  } finally {
    await writes.settled()
  }
}

type Updates = { names: readonly string[]; rows: readonly Row[]; tableName: string; isTyped: boolean }

/**
 * Sets some columns of rows of a table, which have ids, with one statement; rows that are gone stay so. False if only an
 * adapter can write one of the values.
 */
export const updateIn = async (
  { tables }: SqlAdapter,
  db: unknown,
  { isTyped, names, rows, tableName }: Updates,
): Promise<boolean> => {
  const table = tables[tableName]
  if (!table || !isConnection(db)) throw new TypeError(`The database adapter has no table "${tableName}".`)
  const [, into] = /^insert into (.+?) \(/.exec(db.insert(table).values([{}]).toSQL().sql) ?? []
  const columns = ['id', ...names].map((name) => [name, table[name]] as const)
  const known = columns.flatMap(([name, column]) => (column ? [[name, column] as const] : []))
  if (into === undefined || known.length < columns.length) return false
  const statement = updateStatement(into, known, rows, isTyped)
  if (statement) await run(db, statement)
  return statement !== undefined
}

const known = new WeakMap<Table, [string, Column][]>()

/** Tables of Postgres have other members beside their columns. */
const isColumn = (member: Column | undefined): member is Column =>
  typeof member === 'object' && 'shouldDisableInsert' in member

const columnsOf = (table: Table): [string, Column][] => {
  const found =
    known.get(table) ??
    Object.entries(table).flatMap(([name, column]): [string, Column][] =>
      isColumn(column) && !column.shouldDisableInsert() ? [[name, column]] : [],
    )
  known.set(table, found)
  return found
}
