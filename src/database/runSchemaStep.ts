import type { Payload } from 'payload'

import type { OnProgress } from '../progress/phases.ts'
import { connectionOf } from './sqliteConnections.ts'
import { backUp, countRelations, findLosses, isFilled, restore } from './sqliteSafety.ts'

/** A schema step failed; the database is unchanged. */
export class MigrationError extends Error {
  override readonly name = 'MigrationError'
}

/** The database's own message of an error. It is nested in the error of the query builder, which contains the whole SQL. */
export const reasonOf = (error: unknown): string => {
  if (!(error instanceof Error)) return String(error)
  return error.cause instanceof Error ? reasonOf(error.cause) : error.message
}

/**
 * Runs one schema step on SQLite outside of a transaction, in which a rebuilt table would lose every relation to it. A
 * database with data is backed up first; if the step fails or loses relations, the backup is restored and a
 * MigrationError says what happened. The connection is closed in that case: the process must restart.
 */
export const runSchemaStep = async (
  payload: Payload,
  label: string,
  execute: () => Promise<void>,
  onProgress?: OnProgress,
): Promise<void> => {
  const connection = connectionOf(payload.db)
  if (!connection) throw new TypeError('Schema steps are for databases that sqliteDatabase() has opened.')
  const { client, file } = connection
  const before = await countRelations(client)
  let copy: string | undefined
  if (await isFilled(client)) {
    onProgress?.({ phase: 'backup', done: 0 })
    copy = await backUp(client, file, label)
  }
  onProgress?.({ phase: 'schema', done: 0, about: label })
  let cause: unknown
  const losses = await execute().then(
    () => findLosses(client, before),
    (error: unknown) => {
      cause = error
      return [reasonOf(error)]
    },
  )
  if (losses.length === 0) return
  const state = copy
    ? `The database was restored from ${copy}.`
    : (await isFilled(client))
      ? 'The database was empty before; check what it contains now before you try again.'
      : 'The database is empty; delete its file and try again.'
  client.close()
  if (copy) restore(copy, file)
  throw new MigrationError(`Migration ${label} failed: ${losses.join('; ')}. ${state}`, { cause })
}
