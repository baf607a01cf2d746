import { existsSync } from 'node:fs'

import { type Payload, readMigrationFiles } from 'payload'

import { isContent, migrate, migrationState } from '../database/migrate.ts'
import { whileOnlyMigrating } from '../database/migrationLock.ts'
import type { OnProgress } from '../progress/phases.ts'
import { missingTables } from './missingTables.ts'
import { UsageError } from './UsageError.ts'

/** The state of a database: ready for work, or new and to be reopened with Payload's own push. */
export type SchemaState = 'ready' | 'new'

/**
 * On a new database of an app that has the import of a content folder among its migrations: creates the schema and
 * records that import as done, so that the database only contains what the user imports. Other apps migrate in their
 * own way. Throws a UsageError if the database is older than the program, or if it is new and the command must not
 * write.
 */
export const ensureSchema = async (
  payload: Payload,
  { mayPush, onProgress, writes }: { mayPush: boolean; onProgress: OnProgress; writes: boolean },
): Promise<SchemaState> => {
  const steps = existsSync(payload.db.migrationDir) ? await readMigrationFiles({ payload }) : []
  if (!steps.some(isContent)) return lookAt(payload, mayPush && writes)
  const { isNew, pending } = await migrationState(payload, steps)
  if (isNew && !writes)
    throw new UsageError('The database is empty, and this command writes nothing: run npm run migrate first.')
  if (isNew) await migrate(payload, { migrations: steps, withoutContent: true, onProgress })
  else if (!pending.every(isContent)) {
    // Another process may be migrating it right now.
    const later = await whileOnlyMigrating(
      payload,
      () => migrationState(payload, steps),
      () => onProgress({ phase: 'wait', done: 0, about: 'another process that is migrating this database' }),
    )
    if (later.pending.every(isContent)) return 'ready'
    throw new UsageError('The database is older than this version of Answerbook: run npm run migrate first.')
  }
  return 'ready'
}

const lookAt = async (payload: Payload, mayPush: boolean): Promise<SchemaState> => {
  const missing = await missingTables(payload)
  if (missing.length === 0) return 'ready'
  if (mayPush && missing.length === payload.config.collections.length) return 'new'
  throw new UsageError(
    `The database lacks tables or columns of ${missing.join(', ')}: update its schema first, with npx payload migrate or by starting your app in development.`,
  )
}
