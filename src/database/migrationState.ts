import { existsSync } from 'node:fs'

import { type Migration, type Payload, readMigrationFiles } from 'payload'

import { poolOf } from './postgresConnections.ts'
import { connectionOf } from './sqliteConnections.ts'

/** A step as the database has recorded it. */
export type DoneStep = { id: string | number; name: string; batch: number }

// The import of the content folder is a migration too; it sorts last and has a batch of its own.
export const isContent = ({ name }: { name: string }): boolean => name.endsWith('_import_content')

// MongoDB creates collections on demand.
const hasRecords = async (adapter: Payload['db']): Promise<boolean> => {
  const tables =
    (await connectionOf(adapter)?.client.execute(
      "SELECT 1 FROM sqlite_master WHERE name = 'payload_migrations'",
    )) ?? (await poolOf(adapter)?.query("SELECT 1 WHERE to_regclass('payload_migrations') IS NOT NULL"))
  return tables === undefined || tables.rows.length > 0
}

/** The steps that are recorded as done, the latest batch first. */
export const doneSteps = async (payload: Payload): Promise<DoneStep[]> => {
  if (!(await hasRecords(payload.db))) return []
  const { docs } = await payload.find({
    collection: 'payload-migrations',
    limit: 0,
    pagination: false,
    sort: '-batch',
  })
  return docs.map(({ id, name, batch }) => ({ id, name: name ?? '', batch: batch ?? 0 }))
}

/** The state of a database: whether it was ever migrated, and the pending steps in order. */
export const migrationState = async (
  payload: Payload,
  migrations?: Migration[],
): Promise<{ isNew: boolean; hasContentStep: boolean; pending: Migration[] }> => {
  const done = new Set((await doneSteps(payload)).map(({ name }) => name))
  const steps =
    migrations ?? (existsSync(payload.db.migrationDir) ? await readMigrationFiles({ payload }) : [])
  const pending = steps.filter(({ name }) => !done.has(name))
  return { isNew: done.size === 0, hasContentStep: steps.some(isContent), pending }
}

/** The pending steps, in order. */
export const pendingSteps = async (payload: Payload, migrations?: Migration[]): Promise<Migration[]> =>
  (await migrationState(payload, migrations)).pending
