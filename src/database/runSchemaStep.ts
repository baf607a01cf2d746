import type { Payload } from 'payload'

import type { OnProgress } from '../progress/phases.ts'
import { connectionOf } from './sqliteConnections.ts'
import { backUp, countRelations, findLosses, isFilled, restore } from './sqliteSafety.ts'

/** A schema step did not go through; the database is as it was before it. */
export class MigrationError extends Error {}

/** The database's own sentence about an error. It lies below the one of the query builder, which holds the whole SQL. */
export const reasonOf = (error: unknown): string => {
  if (!(error instanceof Error)) return String(error)
  return error.cause instanceof Error ? reasonOf(error.cause) : error.message
}

/**
 * Runs one schema step on SQLite outside of a transaction, in which a rebuilt table would lose every relation to it.
 * A filled database is backed up first; where the step fails or loses relations, the backup is put back and a
 * MigrationError says what happened. The connection is closed then: the process has to start anew.
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
    ? `The database was put back from ${copy}.`
    : (await isFilled(client))
      ? 'The database held nothing before; look at what it holds now before you try again.'
      : 'The database holds nothing; delete its file and try again.'
  client.close()
  if (copy) restore(copy, file)
  throw new MigrationError(`Migration ${label} failed: ${losses.join('; ')}. ${state}`, { cause })
}
