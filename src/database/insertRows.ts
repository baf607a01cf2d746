import type { PayloadRequest } from 'payload'

type Row = Record<string, unknown>
type Request = Partial<PayloadRequest>
type Sessions = Record<string, unknown>

/** The part of Payload's Drizzle adapters that inserts several rows at once. */
type SqlAdapter = {
  drizzle: unknown
  insert: (options: { db: unknown; tableName: string; values: Row[] }) => Promise<unknown>
  sessions: Sessions
  tableNameMap: Map<string, string>
}

/** The part of Payload's MongoDB adapter that inserts several documents at once. */
type MongoAdapter = {
  collections: Record<string, { insertMany: (rows: Row[], options: object) => Promise<unknown> }>
  sessions: Sessions
}

const isSql = (adapter: object): adapter is SqlAdapter =>
  'drizzle' in adapter && 'insert' in adapter && 'tableNameMap' in adapter

const isMongo = (adapter: object): adapter is MongoAdapter =>
  'collections' in adapter && 'connection' in adapter && 'sessions' in adapter

const sessionOf = async (sessions: Sessions, { transactionID }: Request): Promise<unknown> => {
  const id = await transactionID
  return id === undefined ? undefined : sessions[id]
}

/**
 * Adds rows to a collection of plain fields in a single statement, in the transaction of a request; false if it does
 * not know the database. Payload adds one document at a time and reads it back. Relationships, arrays, groups and
 * has-many fields are not supported, and no hooks run.
 */
export const insertRows = async (
  adapter: object,
  { collection, req, rows }: { collection: string; req: Request; rows: readonly Row[] },
): Promise<boolean> => {
  if (isSql(adapter)) {
    const session = await sessionOf(adapter.sessions, req)
    const isOpen = typeof session === 'object' && session !== null && 'db' in session
    const db: unknown = isOpen ? session.db : adapter.drizzle
    const tableName = adapter.tableNameMap.get(collection.replaceAll('-', '_')) ?? collection
    await adapter.insert({ db, tableName, values: [...rows] })
    return true
  }
  const model = isMongo(adapter) ? adapter.collections[collection] : undefined
  if (!isMongo(adapter) || !model) return false
  const session = await sessionOf(adapter.sessions, req)
  await model.insertMany([...rows], session ? { session } : {})
  return true
}
