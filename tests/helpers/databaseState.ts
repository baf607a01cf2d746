import type { Payload } from 'payload'

type Row = Record<string, unknown>

/** The raw reads of Payload's adapters, which differ by database. */
type Raw = {
  connection?: {
    db?: {
      collections: () => Promise<{ collectionName: string; find: () => { toArray: () => Promise<Row[]> } }[]>
    }
  }
  drizzle?: unknown
  execute?: (options: { drizzle: unknown; raw: string }) => Promise<{ rows: Row[] }>
  name: string
}

const isRaw = (adapter: object): adapter is Raw => 'name' in adapter

const listOfTables: Record<string, string> = {
  sqlite: `select name from sqlite_master where type = 'table' and name not like 'sqlite_%'`,
  postgres: `select tablename as name from pg_tables where schemaname = 'public'`,
}

/** All rows of a database as it stores them, by table or collection. */
export const rowsByTable = async (payload: Payload): Promise<Map<string, Row[]>> => {
  const adapter: object = payload.db
  if (!isRaw(adapter)) throw new TypeError('The database adapter has no name.')
  const collections = (await adapter.connection?.db?.collections()) ?? []
  const found = new Map<string, Row[]>()
  for (const collection of collections)
    found.set(collection.collectionName, await collection.find().toArray())
  if (!adapter.execute) return found
  const ask = async (raw: string): Promise<Row[]> =>
    (await adapter.execute?.({ drizzle: adapter.drizzle, raw }))?.rows ?? []
  for (const { name } of await ask(listOfTables[adapter.name] ?? ''))
    found.set(
      String(name),
      (await ask(`select * from "${String(name)}"`)).map((row) => ({ ...row })),
    )
  return found
}

const time = /^\d{4}-\d\d-\d\d[T ]\d\d:\d\d:\d\d(\.\d+)?(Z|\+00)?$/

const id = /\b([0-9a-f]{24}|[0-9a-f]{8}(-[0-9a-f]{4}){3}-[0-9a-f]{12})\b/g

/**
 * The same rows without what differs between two runs: each id of a document is replaced by what `nameOf` calls it, other
 * ids and times by a mark, and rows are sorted.
 */
export const comparable = (
  tables: ReadonlyMap<string, readonly Row[]>,
  nameOf: (id: string) => string | undefined,
): Record<string, string[]> => {
  const named = (text: string): string => text.replace(id, (found) => nameOf(found) ?? '#')
  const plain = (_key: string, value: unknown): unknown => {
    if (typeof value !== 'string') return value
    return time.test(value) ? '<time>' : named(value)
  }
  return Object.fromEntries(
    [...tables]
      .sort()
      .map(([table, rows]) => [
        table,
        rows
          .map(({ id: own, _id, ...row }) =>
            JSON.stringify({ ...row, own: typeof own === 'number' ? '#' : (own ?? _id) }, plain),
          )
          .sort(),
      ]),
  )
}
