import {
  commitTransaction,
  createLocalReq,
  initTransaction,
  killTransaction,
  type Migration,
  type Payload,
  type PayloadRequest,
} from 'payload'

import { reportsProgress } from './migrationProgress.ts'
import type { OnProgress } from '../progress/phases.ts'
import { doneSteps, isContent } from './migrationState.ts'
import { poolOf } from './postgresConnections.ts'
import { MigrationError, reasonOf, runSchemaStep } from './runSchemaStep.ts'
import { connectionOf } from './sqliteConnections.ts'

/** A step to be done or taken back. */
export type StepRun = {
  step: Migration
  direction: 'up' | 'down'
  onProgress: OnProgress | undefined
  /** Notes that it is done, or no longer is. */
  record: (req: PayloadRequest) => Promise<unknown>
}

/** Postgres changes schemas in transactions: the step, and the record of it, are done or nothing is. */
const runInTransaction = async (req: PayloadRequest, { step, direction, record }: StepRun): Promise<void> => {
  const { payload } = req
  await initTransaction(req)
  const id = await req.transactionID
  const session: object = (id === undefined ? undefined : payload.db.sessions[id]) ?? {}
  const db: unknown = 'db' in session ? session.db : undefined
  try {
    // Taking back the first step takes the table of records with it.
    if (direction === 'down') await record(req)
    await step[direction]({ db, payload, req })
    if (direction === 'up') await record(req)
    await commitTransaction(req)
  } catch (error) {
    await killTransaction(req)
    const sentence = `Migration ${step.name} failed: ${reasonOf(error)}. The database is as it was before.`
    throw new MigrationError(sentence, { cause: error })
  }
}

/** Runs a step in the way of its database, and records it. Throws a MigrationError where a schema step fails. */
export const runStep = async (payload: Payload, run: StepRun): Promise<void> => {
  const { step, direction, onProgress, record } = run
  const req = await createLocalReq({ context: { [reportsProgress]: onProgress } }, payload)
  const isSqlite = connectionOf(payload.db) !== undefined
  const execute = async (): Promise<void> => {
    await step[direction]({ db: isSqlite ? payload.db.drizzle : undefined, payload, req })
    await commitTransaction(req)
  }
  if (!isContent(step) && !isSqlite) onProgress?.({ phase: 'schema', done: 0, about: step.name })
  if (!isContent(step) && poolOf(payload.db)) {
    await runInTransaction(req, run)
    return
  }
  await (isSqlite && !isContent(step) ? runSchemaStep(payload, step.name, execute, onProgress) : execute())
  if (direction === 'up' || (await doneSteps(payload)).length > 0) await record(req)
}
