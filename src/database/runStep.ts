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

/** A step to run or to revert. */
export type StepRun = {
  step: Migration
  direction: 'up' | 'down'
  onProgress: OnProgress | undefined
  /** Records that it is done, or no longer is. */
  record: (req: PayloadRequest) => Promise<unknown>
}

/** Postgres supports transactional schema changes: either both the step and its record are written, or neither. */
const runInTransaction = async (req: PayloadRequest, { step, direction, record }: StepRun): Promise<void> => {
  const { payload } = req
  await initTransaction(req)
  const id = await req.transactionID
  const session: object = (id === undefined ? undefined : payload.db.sessions[id]) ?? {}
  const db: unknown = 'db' in session ? session.db : undefined
  try {
    // Reverting the first step drops the table of records as well.
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

/** Runs a step in the way that its database requires, and records it. Throws a MigrationError if a schema step fails. */
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
