import { type Migration, type Payload, type PayloadRequest, readMigrationFiles } from 'payload'

import type { OnProgress } from '../progress/phases.ts'
import { whileOnlyMigrating } from './migrationLock.ts'
import { doneSteps, isContent, pendingSteps } from './migrationState.ts'
import { runStep } from './runStep.ts'

export { isContent, migrationState, pendingSteps } from './migrationState.ts'

export type MigrateOptions = {
  /** Default: the files of the adapter's folder. */
  migrations?: Migration[]
  /** Record the import of the content folder as done without importing. Default: false. */
  withoutContent?: boolean
  /** Called with each step, and with its progress. */
  onProgress?: OnProgress
}

const onWait =
  ({ onProgress }: MigrateOptions) =>
  (): void =>
    onProgress?.({ phase: 'wait', done: 0, about: 'another process that is migrating this database' })

const bring = async (payload: Payload, options: MigrateOptions): Promise<string[]> => {
  const { migrations, onProgress, withoutContent = false } = options
  const pending = await pendingSteps(payload, migrations)
  const last = (await doneSteps(payload))[0]?.batch ?? 0
  const schema = pending.filter((step) => !isContent(step))
  for (const step of pending) {
    const batch = last + (isContent(step) && schema.length > 0 ? 2 : 1)
    const record = (req?: PayloadRequest) =>
      payload.create({
        collection: 'payload-migrations',
        data: { name: step.name, batch },
        ...(req ? { req } : {}),
      })
    if (isContent(step) && withoutContent) await record()
    else await runStep(payload, { step, direction: 'up', onProgress, record })
  }
  return pending.map(({ name }) => name)
}

/**
 * Brings a database up to date: schema steps as one batch, then the import of the content folder as another, so that it
 * can be reverted without the schema. Returns the names of the steps that ran. Throws a MigrationError if a step fails.
 * Waits for another process that is migrating the same database.
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
    const record = (req: PayloadRequest) => payload.delete({ collection: 'payload-migrations', id, req })
    await runStep(payload, { step, direction: 'down', onProgress, record })
  }
  return batch.map(({ name }) => name)
}

/** Reverts the last batch. Returns the names of its steps. Waits for another process that is migrating. */
export const migrateDown = (payload: Payload, options: MigrateOptions = {}): Promise<string[]> =>
  whileOnlyMigrating(payload, () => takeBack(payload, options), onWait(options))
