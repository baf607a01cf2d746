import { giveWay } from '../eventLoop.ts'
import { connectionOf, type Row, type SqlAdapter, tableNameOf, withMembers } from './adapters.ts'
import {
  createDocument,
  createVersion,
  type Insertion,
  type NewDocument,
  type NewDocuments,
} from './createOne.ts'
import { inOrder } from './inOrder.ts'
import { insertInto } from './statements.ts'
import { type RowsByTable, versionRowsLike } from './versionRows.ts'

/** Inserts documents and versions into the tables of a collection; see `insertionOf`. */
export const insertionOnSql = (
  adapter: SqlAdapter,
  { collection, hasVersions, req }: NewDocuments,
): Insertion => {
  // Links among the documents refer to their rows, which must be there first.
  const first = [tableNameOf(adapter, collection), tableNameOf(adapter, collection, 'versions')]
  const waiting = new Map<string, Row[]>(first.map((name) => [name, []]))
  const collect = (rows: RowsByTable): void => {
    for (const [name, some] of rows) {
      const known = waiting.get(name)
      if (known) known.push(...some)
      else waiting.set(name, [...some])
    }
  }
  const writes = inOrder()
  const insert = (tableNames: Iterable<string>): void => {
    for (const tableName of tableNames) {
      const rows = waiting.get(tableName)?.splice(0) ?? []
      if (rows.length > 0)
        writes.begin(async () => insertInto(adapter, await connectionOf(adapter, req), { rows, tableName }))
    }
  }
  const made = async (create: typeof createDocument, document: NewDocument): Promise<RowsByTable> => {
    const rows = new Map<string, Row[]>()
    await create(collecting(adapter, rows), { ...document, collection, req }, (data) => ({ ...data }))
    return rows
  }
  let versionRows: ReturnType<typeof versionRowsLike>
  const add: Insertion['add'] = async (documents) => {
    for (const document of documents) {
      await giveWay()
      const rows = await made(createDocument, document)
      collect(rows)
      if (!hasVersions) continue
      const derived = versionRows?.(rows)
      const version = derived ?? (await made(createVersion, document))
      collect(version)
      if (!derived) versionRows = versionRowsLike(adapter, collection, { document: rows, version })
    }
    insert(first)
  }
  const end = (): Promise<void> => {
    insert(waiting.keys())
    return writes.done()
  }
  return { add, begin: writes.begin, end, settled: writes.settled }
}

/** The same adapter, which adds rows to lists by table instead of the database. */
const collecting = (adapter: SqlAdapter, collected: Map<string, Row[]>): SqlAdapter => {
  const insert: SqlAdapter['insert'] = ({ tableName, values }) => {
    const rows = (Array.isArray(values) ? values : [values]).map((row) => ({
      ...row,
      id: row.id ?? adapter.tables[tableName]?.id?.defaultFn?.(),
    }))
    const known = collected.get(tableName)
    if (known) known.push(...rows)
    else collected.set(tableName, rows)
    return Promise.resolve(rows)
  }
  // A new document has no earlier versions to mark as such.
  const execute = (): Promise<void> => Promise.resolve()
  return withMembers(adapter, new Map<string, unknown>(Object.entries({ execute, insert })))
}
