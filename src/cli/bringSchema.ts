import type { Payload } from 'payload'

import { isContent, migrate, migrationState } from '../database/migrate.ts'
import { whileOnlyMigrating } from '../database/migrationLock.ts'
import type { OnProgress } from '../store/phases.ts'
import { UsageError } from './UsageError.ts'

/**
 * On a new database of an app that has the import of a content folder among its migrations: brings the schema and
 * records that import as done, so that the database holds only what the user imports. Other apps migrate their own way.
 * Throws a UsageError when the database is older than the program.
 */
export const bringSchema = async (payload: Payload, onProgress: OnProgress): Promise<void> => {
  const { hasContentStep, isNew, pending } = await migrationState(payload)
  if (!hasContentStep) return
  if (isNew) await migrate(payload, { withoutContent: true, onProgress })
  else if (!pending.every(isContent)) {
    // Another process may be in the middle of it.
    const later = await whileOnlyMigrating(
      payload,
      () => migrationState(payload),
      () => onProgress({ phase: 'wait', done: 0, about: 'another process that migrates this database' }),
    )
    if (later.pending.every(isContent)) return
    throw new UsageError('The database is older than this version of Answerbook: run npm run migrate first.')
  }
}
