import { randomUUID } from 'node:crypto'

import type { Payload, Where } from 'payload'

import type { StoredDocument } from '../../documents/documents.ts'
import { slugsOf } from '../../documents/registeredOptions.ts'
import { rowsOf } from '../../documents/rows.ts'
import { holdLease, type Lease, leaseName } from '../records/lease.ts'
import { processName } from '../records/takeLease.ts'
import type { RunRequest } from './runRequest.ts'
import { backgroundTimes } from './startRun.ts'

const leaseMilliseconds = 30_000

/** Matches a run whose process has ended, as of a time. */
export const isGone = (id: string | number, now: string): Where => ({
  and: [{ id: { equals: id } }, { status: { equals: 'running' } }, { expiresAt: { less_than: now } }],
})

/** How often a claim that the index has refused is made if the run in its way has ended since. */
const maxTries = 3

/** Takes the lease of a run whose process has ended, unless another process was faster or another run is in progress. */
export const claimRun = async (
  payload: Payload,
  run: StoredDocument,
  { kind }: RunRequest,
): Promise<Lease | undefined> => {
  const { attempts, id } = run
  const rows = rowsOf(payload)
  const collection = slugsOf(payload).runs
  const token = randomUUID()
  for (let tries = 1; ; tries += 1) {
    const now = Date.now()
    const data = {
      attempts: Number(attempts) + 1,
      expiresAt: new Date(now + leaseMilliseconds).toISOString(),
      lease: leaseName,
      process: processName(),
      token,
      updatedAt: new Date(now).toISOString(),
    }
    const where = isGone(id, new Date(now).toISOString())
    try {
      const isTaken = await rows.updateWhere({ collection, data, where })
      return isTaken ? holdLease(payload, kind, { run, token }, backgroundTimes) : undefined
    } catch (error) {
      // The index allows one run.
      const [holder] = await rows.find({
        collection,
        limit: 1,
        select: { kind: true },
        where: { and: [{ lease: { equals: leaseName } }, { id: { not_equals: id } }] },
      })
      if (holder) return undefined
      if (tries === maxTries) throw error
    }
  }
}
