import { existsSync } from 'node:fs'

import { commitTransaction, createLocalReq, type Migration, type Payload, readMigrationFiles } from 'payload'

import { runSchemaStep } from './runSchemaStep.ts'
import { connectionOf } from './sqliteConnections.ts'

export type MigrateOptions = {
  /** Default: the files of the adapter's folder. */
  migrations?: Migration[]
  /** Record the import of the content folder as done without importing. Default: false. */
  withoutContent?: boolean
  /** Told of each step before it runs. */
  onStep?: (name: string) => void
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

const run = async (payload: Payload, step: Migration, direction: 'up' | 'down'): Promise<void> => {
  const req = await createLocalReq({}, payload)
  const isSqlite = connectionOf(payload.db) !== undefined
  const db: unknown = isSqlite ? payload.db.drizzle : undefined
  const execute = async (): Promise<void> => {
    await step[direction]({ db, payload, req })
    await commitTransaction(req)
  }
  await (isSqlite && !isContent(step) ? runSchemaStep(payload, step.name, execute) : execute())
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

/**
 * Brings a database up to date: schema steps as one batch, then the import of the content folder as another, so that
 * taking it back leaves the schema. Returns the names of the steps that ran. Throws a MigrationError when a step fails.
 */
export const migrate = async (payload: Payload, options: MigrateOptions = {}): Promise<string[]> => {
  const { migrations, onStep, withoutContent = false } = options
  const pending = await pendingSteps(payload, migrations)
  const last = (await doneSteps(payload))[0]?.batch ?? 0
  const schema = pending.filter((step) => !isContent(step))
  for (const step of pending) {
    const batch = last + (isContent(step) && schema.length > 0 ? 2 : 1)
    if (!isContent(step) || !withoutContent) {
      onStep?.(step.name)
      await run(payload, step, 'up')
    }
    await payload.create({ collection: 'payload-migrations', data: { name: step.name, batch } })
  }
  return pending.map(({ name }) => name)
}

/** Takes back the last batch. Returns the names of its steps. */
export const migrateDown = async (
  payload: Payload,
  { migrations, onStep }: MigrateOptions = {},
): Promise<string[]> => {
  const done = await doneSteps(payload)
  const batch = done
    .filter(({ batch }) => batch === done[0]?.batch)
    .sort((a, b) => (a.name < b.name ? 1 : -1))
  const steps = migrations ?? (await readMigrationFiles({ payload }))
  for (const { id, name } of batch) {
    const step = steps.find((candidate) => candidate.name === name)
    if (!step) throw new Error(`Migration ${name} is recorded as done, but its file is missing.`)
    onStep?.(name)
    await run(payload, step, 'down')
    // Taking back the first schema step takes the record's own table with it.
    if (await stillRecorded(payload)) await payload.delete({ collection: 'payload-migrations', id })
  }
  return batch.map(({ name }) => name)
}

const stillRecorded = async (payload: Payload): Promise<boolean> => (await doneSteps(payload)).length > 0
