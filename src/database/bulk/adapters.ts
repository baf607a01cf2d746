import type { PayloadRequest } from 'payload'

export type Row = Record<string, unknown>

export type Request = Partial<PayloadRequest>

type Sessions = Record<string, unknown>

type Create = { collection: string; customID: string; data: Row; req: Request; returning: false }

type CreateVersion = {
  autosave: false
  collectionSlug: string
  createdAt: unknown
  parent: string
  req: Request
  returning: false
  updatedAt: unknown
  versionData: Row
}

type Update = { collection: string; data: Row; id: string | number; req: Request; returning: false }

type UpdateVersion = {
  collection: string
  id: string | number
  req: Request
  returning: false
  versionData: Row
}

/** The methods by which Payload's adapters write documents and versions. */
export type Writing = {
  create: (options: Create) => Promise<unknown>
  createVersion: (options: CreateVersion) => Promise<unknown>
  updateOne: (options: Update) => Promise<unknown>
  updateVersion: (options: UpdateVersion) => Promise<unknown>
}

/** A column as Drizzle describes it; `defaultFn` makes the ids of new rows, unless the database does. */
export type Column = {
  default?: unknown
  defaultFn?: (() => unknown) | undefined
  /** The enumeration that the values are of, on Postgres. */
  enum?: { enumName: string; schema?: string | undefined }
  getSQLType: () => string
  mapToDriverValue: (value: unknown) => unknown
  name: string
  onUpdateFn?: (() => unknown) | undefined
  shouldDisableInsert: () => boolean
}

/** The columns of a table, by their names in Payload's data. */
export type Table = Record<string, Column | undefined>

type Query = { collection: string; joins?: false; req: Request }

type Found = { docs: { id: string | number }[] }

type Insert = {
  db: unknown
  onConflictDoUpdate?: { set: Row; target: unknown }
  tableName: string
  values: Row | Row[]
}

/** The part of Payload's Drizzle adapters that inserts several rows at once. */
export type SqlAdapter = Writing & {
  drizzle: unknown
  deleteWhere: (options: { db: unknown; tableName: string; where: unknown }) => Promise<unknown>
  find: (options: Query) => Promise<Found>
  findVersions: (options: Query) => Promise<Found>
  insert: (options: Insert) => Promise<unknown>
  relationshipsSuffix?: string
  sessions: Sessions
  tableNameMap: Map<string, string>
  tables: Record<string, Table>
  versionsSuffix: string
}

/** A Mongoose model. */
export type Model = {
  bulkWrite: (operations: object[], options: object) => Promise<unknown>
  base: { Types: { ObjectId: new () => { toHexString: () => string } } }
  insertMany: (rows: Row[], options: object) => Promise<unknown>
}

/** The part of Payload's MongoDB adapter that inserts several documents at once. */
export type MongoAdapter = Writing & {
  collections: Record<string, Model>
  sessions: Sessions
  versions: Record<string, Model>
}

export const isSql = (adapter: object): adapter is SqlAdapter =>
  'drizzle' in adapter && 'insert' in adapter && 'tableNameMap' in adapter && 'tables' in adapter

export const isMongo = (adapter: object): adapter is MongoAdapter =>
  'collections' in adapter && 'connection' in adapter && 'sessions' in adapter && 'versions' in adapter

/** The open transaction of a request, as its adapter keeps it. */
export const sessionOf = async (sessions: Sessions, { transactionID }: Request): Promise<unknown> => {
  const id = await transactionID
  return id === undefined ? undefined : sessions[id]
}

/** What to run SQL statements on: the transaction of a request, or the database. */
export const connectionOf = async (adapter: SqlAdapter, req: Request): Promise<unknown> => {
  const session = await sessionOf(adapter.sessions, req)
  return typeof session === 'object' && session !== null && 'db' in session ? session.db : adapter.drizzle
}

/** The name of the table of a collection, or of its versions. */
export const tableNameOf = (
  { tableNameMap, versionsSuffix }: SqlAdapter,
  collection: string,
  kind: 'documents' | 'versions' = 'documents',
): string => {
  const plain = collection.replaceAll('-', '_')
  const name = kind === 'versions' ? `_${plain}${versionsSuffix}` : plain
  return tableNameMap.get(name) ?? name
}

/** An adapter with some members replaced. */
export const withMembers = <Adapter extends object>(
  adapter: Adapter,
  members: ReadonlyMap<unknown, unknown>,
): Adapter =>
  new Proxy(adapter, {
    get: (target, name, receiver): unknown =>
      members.has(name) ? members.get(name) : Reflect.get(target, name, receiver),
  })
