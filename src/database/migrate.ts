import { existsSync } from 'node:fs'

import { commitTransaction, createLocalReq, type Migration, type Payload, readMigrationFiles } from 'payload'

import { reportsProgress } from './migrationProgress.ts'
import type { OnProgress } from '../progress/phases.ts'
import { whileOnlyMigrating } from './migrationLock.ts'
import { runSchemaStep } from './runSchemaStep.ts'
import { connectionOf } from './sqliteConnections.ts'

export type MigrateOptions = {
  /** Default: the files of the adapter's folder. */
  migrations?: Migration[]
  /** Record the import of the content folder as done without importing. Default: false. */
  withoutContent?: boolean
  /** Told of each step, and of what it does. */
  onProgress?: OnProgress
}

type Done = { id: string | number; name: string; batch: number }

// The import of the content folder is a migration too; it sorts last and has a batch of its own.
export const isContent = ({ name }: { name: string }): boolean => name.endsWith('_import_content')

const doneSteps = async (payload: Payload): Promise<Done[]> => {
  const sqlite = connectionOf(payload.db)
  if (sqlite) {
    const tables = await sqlite.client.execute(
      "SELECT 1 FROM sqlite_master WHERE name = 'payload_migrations'",
    )
    if (tables.rows.length === 0) return []
  }
  const { docs } = await payload.find({
    collection: 'payload-migrations',
    limit: 0,
    pagination: false,
    sort: '-batch',
  })
  return docs.map(({ id, name, batch }) => ({ id, name: name ?? '', batch: batch ?? 0 }))
}

const run = async (
  payload: Payload,
  step: Migration,
  direction: 'up' | 'down',
  onProgress: OnProgress | undefined,
): Promise<void> => {
  const req = await createLocalReq({ context: { [reportsProgress]: onProgress } }, payload)
  const isSqlite = connectionOf(payload.db) !== undefined
  const db: unknown = isSqlite ? payload.db.drizzle : undefined
  const execute = async (): Promise<void> => {
    await step[direction]({ db, payload, req })
    await commitTransaction(req)
  }
  await (isSqlite && !isContent(step) ? runSchemaStep(payload, step.name, execute, onProgress) : execute())
}

/** How far a database is: whether it was ever migrated, and the steps that are not done yet, in their order. */
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

/** Steps that are not done yet, in their order. */
export const pendingSteps = async (payload: Payload, migrations?: Migration[]): Promise<Migration[]> =>
  (await migrationState(payload, migrations)).pending

const onWait =
  ({ onProgress }: MigrateOptions) =>
  (): void =>
    onProgress?.({ phase: 'wait', done: 0, about: 'another process that migrates this database' })

const bring = async (payload: Payload, options: MigrateOptions): Promise<string[]> => {
  const { migrations, onProgress, withoutContent = false } = options
  const pending = await pendingSteps(payload, migrations)
  const last = (await doneSteps(payload))[0]?.batch ?? 0
  const schema = pending.filter((step) => !isContent(step))
  for (const step of pending) {
    const batch = last + (isContent(step) && schema.length > 0 ? 2 : 1)
    if (!isContent(step) || !withoutContent) await run(payload, step, 'up', onProgress)
    await payload.create({ collection: 'payload-migrations', data: { name: step.name, batch } })
  }
  return pending.map(({ name }) => name)
}

/**
 * Brings a database up to date: schema steps as one batch, then the import of the content folder as another, so that
 * taking it back leaves the schema. Returns the names of the steps that ran. Throws a MigrationError when a step fails.
 * Waits for another process that migrates the same database.
 */
export const migrate = async (payload: Payload, options: MigrateOptions = {}): Promise<string[]> => {
  if ((await pendingSteps(payload, options.migrations)).length === 0) return []
  return whileOnlyMigrating(payload, () => bring(payload, options), onWait(options))
}

const takeBack = async (payload: Payload, { migrations, onProgress }: MigrateOptions): Promise<string[]> => {
  const done = await doneSteps(payload)
  const batch = done
    .filter(({ batch }) => batch === done[0]?.batch)
    .sort((a, b) => (a.name < b.name ? 1 : -1))
  const steps = migrations ?? (await readMigrationFiles({ payload }))
  for (const { id, name } of batch) {
    const step = steps.find((candidate) => candidate.name === name)
    if (!step) throw new Error(`Migration ${name} is recorded as done, but its file is missing.`)
    await run(payload, step, 'down', onProgress)
    // Taking back the first schema step takes the record's own table with it.
    if (await stillRecorded(payload)) await payload.delete({ collection: 'payload-migrations', id })
  }
  return batch.map(({ name }) => name)
}

/** Takes back the last batch. Returns the names of its steps. Waits for another process that migrates. */
export const migrateDown = (payload: Payload, options: MigrateOptions = {}): Promise<string[]> =>
  whileOnlyMigrating(payload, () => takeBack(payload, options), onWait(options))

const stillRecorded = async (payload: Payload): Promise<boolean> => (await doneSteps(payload)).length > 0
