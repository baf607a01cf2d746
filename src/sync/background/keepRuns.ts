import type { Payload } from 'payload'

import { slugsOf } from '../../documents/registeredOptions.ts'
import { rowsOf } from '../../documents/rows.ts'
import { parseRunRequest } from './runRequest.ts'
import type { RunSetting } from './runSetting.ts'
import { suspendRuns } from './runningRuns.ts'
import { takeUpRuns } from './takeUpRuns.ts'

/** Milliseconds. */
const takeUpEvery = 10_000
const sweepEvery = 3_600_000

/** Removes old uploads and downloads that no run in progress uses. */
export const sweepWork = async (payload: Payload, { work }: RunSetting): Promise<void> => {
  const running = await rowsOf(payload).find({
    collection: slugsOf(payload).runs,
    select: { request: true },
    where: { and: [{ status: { equals: 'running' } }, { attempts: { exists: true } }] },
  })
  const inUse = running.flatMap(({ id, request: stored }) => {
    const request = parseRunRequest(stored)
    const source = 'kind' in request && request.kind === 'import' ? request.source : undefined
    return source && 'upload' in source ? [String(id), source.upload] : [String(id)]
  })
  await work.sweep(new Set(inUse))
}

/**
 * Keeps runs in the background going while a server runs: continues those whose process has ended, now and later, removes
 * old uploads, and leaves the server's own runs to others when it stops.
 */
export const keepRuns = (payload: Payload, setting: RunSetting): void => {
  const guarded = (work: () => Promise<unknown>, msg: string) => (): void => {
    work().catch((error: unknown) => payload.logger.warn({ err: error, msg }))
  }
  const takeUp = guarded(
    () => takeUpRuns(payload, setting),
    'Imports and exports of the admin could not be continued.',
  )
  const sweep = guarded(() => sweepWork(payload, setting), 'Old uploads could not be removed.')
  const timers = [setInterval(takeUp, takeUpEvery), setInterval(sweep, sweepEvery)]
  for (const timer of timers) timer.unref()
  takeUp()
  sweep()
  const destroy = payload.destroy.bind(payload)
  payload.destroy = async () => {
    for (const timer of timers) clearInterval(timer)
    await suspendRuns(payload)
    await destroy()
  }
}
