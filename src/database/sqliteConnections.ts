import type { Client } from '@libsql/client'

/** An open database file. */
export type SqliteConnection = { client: Client; file: string }

const connections = new WeakMap<object, SqliteConnection>()

/** Notes the open file of an adapter. */
export const rememberConnection = (adapter: object, connection: SqliteConnection): void => {
  connections.set(adapter, connection)
}

/** The open file of an adapter that `sqliteDatabase` made; undefined for every other. Loads no database driver. */
export const connectionOf = (adapter: object): SqliteConnection | undefined => connections.get(adapter)
