import type { Payload } from 'payload'

import { withoutWaiting } from '../endpoints/runs/withoutWaiting.ts'
import type { LeaseTimes } from '../records/lease.ts'
import { takeLease } from '../records/takeLease.ts'
import { carryOut } from './carryOut.ts'
import type { RunRequest } from './runRequest.ts'
import { checkRequest, type RunSetting } from './runSetting.ts'

/** The history of a run in the background shows progress that is at most about two seconds old. */
export const backgroundTimes: LeaseTimes = { renewEvery: 1_500 }

/**
 * Starts a run that goes on after this returns, and returns its id.
 * @throws BusyError if another run is in progress, and the errors of `checkRequest`.
 */
export const startRun = async (
  payload: Payload,
  setting: RunSetting,
  request: RunRequest,
  who: string | undefined,
): Promise<string> => {
  const { about, folder } = await checkRequest(payload, setting, request)
  const { kind, options } = request
  const lease = await withoutWaiting((waiting) =>
    takeLease(
      {
        ...waiting,
        ...options,
        ...('dryRun' in options && options.dryRun ? { isDry: true } : {}),
        ...(who === undefined ? {} : { who }),
        about,
        folder,
        payload,
        request,
        trigger: 'admin',
      },
      kind,
      backgroundTimes,
    ),
  )
  if (!lease) throw new Error('The run could not begin.')
  void carryOut(payload, setting, { attempts: 1, lease, request, who })
  return lease.run
}
