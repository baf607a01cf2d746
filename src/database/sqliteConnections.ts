import type { Client } from '@libsql/client'

/** An open database file. */
export type SqliteConnection = { client: Client; file: string }

const connections = new WeakMap<object, SqliteConnection>()

/** Records the open file of an adapter. */
export const rememberConnection = (adapter: object, connection: SqliteConnection): void => {
  connections.set(adapter, connection)
}

/** The open file of an adapter that `sqliteDatabase` created; undefined for any other. Loads no database driver. */
export const connectionOf = (adapter: object): SqliteConnection | undefined => connections.get(adapter)
