import { findMongodb } from './findMongodb.ts'
import { findPostgres } from './findPostgres.ts'
import type { Skipped } from './skipOrFail.ts'

/** A server of a database: `url` returns the URL of a database on it, `stop` ends it if it was started here. */
export type Server = { url: (databaseName: string) => string; stop: () => Promise<void> }

/** Finds or starts the server of a kind of database; undefined for SQLite, which has none. */
export const findServer = async (database: string): Promise<Server | Skipped | undefined> => {
  if (database === 'mongodb') return findMongodb()
  return database === 'postgres' ? findPostgres() : undefined
}
