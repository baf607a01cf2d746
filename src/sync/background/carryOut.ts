import type { Payload } from 'payload'

import { slugsOf } from '../../documents/registeredOptions.ts'
import { rowsOf } from '../../documents/rows.ts'
import { inTransaction } from '../../documents/transaction.ts'
import { GitError } from '../../files/errors.ts'
import { commitFolder } from '../../files/git.ts'
import type { Problem } from '../../problems/problems.ts'
import { exportFiles } from '../export/exportFiles.ts'
import { failedRun, fileProblem } from '../import/conflictProblems.ts'
import { importFiles } from '../import/importFiles.ts'
import type { Lease } from '../records/lease.ts'
import { earlierResults } from '../records/earlierResults.ts'
import { pruneResults } from '../records/pruneResults.ts'
import { recordResults } from '../records/resultRecords.ts'
import { type EndingRun, suspended } from '../runHooks.ts'
import { type RunningRun, whileRunning } from './runningRuns.ts'
import type { RunRequest } from './runRequest.ts'
import { placeOf, type RunSetting } from './runSetting.ts'

/** Milliseconds between two looks at whether somebody has cancelled a run, on whichever server. */
const lookEvery = 1_000

export type BackgroundRun = {
  request: RunRequest
  lease: Lease
  /** Who started it: a name for the history and, of a user, the address that commits name. */
  who?: string | undefined
  /** How many processes have begun it, this one included. */
  attempts: number
  /** Whether another process has begun it. */
  isContinued?: boolean
}

/** Stops a run when somebody has cancelled it, on whichever server. Returns a function that ends the watch. */
const watchForCancel = (payload: Payload, id: string, { cancel }: RunningRun): (() => void) => {
  const look = async (): Promise<void> => {
    const [row] = await rowsOf(payload).find({
      collection: slugsOf(payload).runs,
      limit: 1,
      select: { cancelledAt: true },
      where: { id: { equals: id } },
    })
    if (!row || row.cancelledAt) cancel()
  }
  // Without the database, the run itself fails.
  const timer = setInterval(() => void look().catch(() => undefined), lookEvery)
  timer.unref()
  return () => clearInterval(timer)
}

const commit = async (
  folder: string,
  message: string,
  who: string | undefined,
): Promise<Problem | undefined> => {
  const author = who?.includes('@') ? { name: who.slice(0, who.indexOf('@')), email: who } : undefined
  try {
    await commitFolder(folder, { author, message })
    return undefined
  } catch (error) {
    if (!(error instanceof GitError)) throw error
    const remedy = 'The files are written. Fix what Git names, and commit them there.'
    return fileProblem('.', 'commit-failed', error.message, remedy)
  }
}

const work = async (
  payload: Payload,
  setting: RunSetting,
  { attempts, isContinued = false, lease: own, request, who }: BackgroundRun,
  run: RunningRun,
): Promise<void> => {
  const { folder } = await placeOf(setting, request, own.run)
  const isDry = request.kind === 'import' && request.options.dryRun === true
  const earlier = isContinued ? await earlierResults(payload, own.run, { isDry }) : undefined
  const results = await recordResults(payload, own.run)
  const lease: Lease = {
    ...own,
    progress: (counts) => {
      run.counts = { ...counts }
      own.progress(counts)
    },
    // A server that stops in an orderly way does not count.
    suspend: () => own.suspend({ attempts: attempts - 1 }),
  }
  const beforeEnd = async ({ counts, isComplete, problems }: EndingRun): Promise<void> => {
    // Another process may have continued this run, whose results are now its own.
    await inTransaction(payload, {}, (req) => own.assertHeld(req))
    if (isComplete && request.kind === 'export' && request.options.commit) {
      const problem = await commit(folder, request.options.commit.message, who)
      if (problem) problems.push(problem)
    }
    await results.end(problems)
    earlier?.addTo(counts, problems)
  }
  const common = {
    beforeEnd,
    folder,
    lease,
    mappings: setting.mappings,
    onProgress: (progress: Parameters<RunningRun['note']>[0]): void => {
      run.note(progress)
      own.describe({ ...run.progress() })
    },
    onResult: results.add,
    payload,
    signal: run.signal,
    trigger: 'admin',
  } as const
  if (request.kind === 'import')
    // An upload is not the folder of the next import.
    await importFiles({ ...common, ...request.options, remember: 'folder' in request.source })
  else {
    const { commit: _, ...options } = request.options
    await exportFiles({ ...common, ...options })
  }
}

/**
 * Carries out a run in the background. Resolves when it has ended or was suspended; its row in the history says how. Never
 * rejects.
 */
export const carryOut = (payload: Payload, setting: RunSetting, background: BackgroundRun): Promise<void> => {
  const { lease } = background
  const log = (error: unknown): void => payload.logger.error({ err: error, msg: `Run ${lease.run} failed.` })
  return whileRunning(payload, lease.run, async (run) => {
    const unwatch = watchForCancel(payload, lease.run, run)
    try {
      await work(payload, setting, background, run)
      await pruneResults(payload)
    } catch (error) {
      if (run.signal.reason === suspended) return
      log(error)
      // If it failed before the import or export could record it.
      await lease.release('failed', run.counts, [failedRun(error, 'Start it again to continue.')]).catch(log)
    } finally {
      unwatch()
    }
  })
}
