import type { Payload } from 'payload'

import type { StoredDocument } from '../../documents/documents.ts'
import { slugsOf } from '../../documents/registeredOptions.ts'
import { rowsOf } from '../../documents/rows.ts'
import { fileProblem } from '../import/conflictProblems.ts'
import { outcomeOf } from '../records/runRecords.ts'
import { carryOut } from './carryOut.ts'
import { claimRun, isGone } from './claimRun.ts'
import { parseRunRequest, type RunRequest } from './runRequest.ts'
import { placeOf, type RunSetting } from './runSetting.ts'
import { runningRun } from './runningRuns.ts'

/** How often a run is begun if its process ends each time. A server that stops in an orderly way does not count. */
export const maxAttempts = 3

/** Milliseconds for which a server leaves a run whose files it does not have to other servers. */
const defaultPatience = 60_000

// By id of a run: since when this process has known that it cannot continue it.
const leftSince = new Map<string, number>()

/** Ends a run that nobody continues. */
const giveUp = async (
  payload: Payload,
  { id }: StoredDocument,
  [message, remedy]: readonly [string, string],
): Promise<void> => {
  const problem = fileProblem('.', 'interrupted', message, remedy)
  const { counts: _, ...outcome } = outcomeOf('interrupted', {}, [problem])
  await rowsOf(payload).updateWhere({
    collection: slugsOf(payload).runs,
    data: { ...outcome, lease: String(id) },
    where: isGone(id, new Date().toISOString()),
  })
}

const whyNot = async (
  setting: RunSetting,
  { attempts, cancelledAt, id }: StoredDocument,
  request: RunRequest,
): Promise<{ sentence: readonly [string, string]; isFinal: boolean } | undefined> => {
  const again = 'Start it again to continue.'
  const { kind } = request
  if (cancelledAt)
    return { sentence: [`This ${kind} was cancelled. Committed changes are kept.`, again], isFinal: true }
  if (Number(attempts) >= maxAttempts) {
    const message = `The process of this ${kind} has ended ${maxAttempts} times before it was done. Committed changes are kept.`
    return { sentence: [message, `Look for the reason in the log of the server. ${again}`], isFinal: true }
  }
  try {
    await placeOf(setting, request, String(id))
    return undefined
  } catch (error) {
    const reason = error instanceof Error ? error.message : String(error)
    const message = `The process of this ${kind} has ended, and no other server can continue it: ${reason}`
    return { sentence: [message, again], isFinal: false }
  }
}

/**
 * Continues the runs in the background whose process has ended, each in exactly one of the processes that try it at the
 * same time. Runs that no process can continue, or that have ended several processes, are marked as interrupted. Returns
 * the number of runs that this process continues.
 */
export const takeUpRuns = async (
  payload: Payload,
  setting: RunSetting,
  { patience = defaultPatience }: { patience?: number } = {},
): Promise<number> => {
  const collection = slugsOf(payload).runs
  const now = new Date().toISOString()
  const gone = await rowsOf(payload).find({
    collection,
    where: {
      and: [
        { status: { equals: 'running' } },
        { attempts: { exists: true } },
        { expiresAt: { less_than: now } },
      ],
    },
  })
  let taken = 0
  for (const row of gone) {
    const id = String(row.id)
    // It has been too busy to renew its lease.
    if (runningRun(id)) continue
    const request = parseRunRequest(row.request)
    if ('reason' in request) {
      await giveUp(payload, row, ['The run was started by another version.', 'Start it again to continue.'])
      continue
    }
    const reason = await whyNot(setting, row, request)
    if (reason) {
      const since = leftSince.get(id) ?? Date.now()
      leftSince.set(id, since)
      if (reason.isFinal || Date.now() - since >= patience) await giveUp(payload, row, reason.sentence)
      continue
    }
    leftSince.delete(id)
    const lease = await claimRun(payload, row, request)
    if (!lease) continue
    const who = typeof row.who === 'string' ? row.who : undefined
    void carryOut(payload, setting, {
      attempts: Number(row.attempts) + 1,
      isContinued: true,
      lease,
      request,
      who,
    })
    taken += 1
  }
  return taken
}
