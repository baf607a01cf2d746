import type { Payload, PayloadRequest, Where } from 'payload'

import type { Problem } from '../../problems/problems.ts'
import { rowsOf } from '../../documents/rows.ts'
import { slugsOf } from '../../documents/registeredOptions.ts'
import { leaseName } from './lease.ts'

const problemOf = (kind: string): Problem => ({
  severity: 'error',
  path: '.',
  line: 1,
  column: 1,
  code: 'interrupted',
  message: `The process of this ${kind} has ended. Committed changes are kept.`,
  remedy: 'Run the same command again to continue.',
})

/**
 * Marks runs as interrupted whose process has ended without reporting it: nothing has renewed their lease in time.
 * Returns how many there were. A run of the admin waits for a server to continue it, and does not keep others from
 * running until then.
 */
export const markGoneRuns = async (payload: Payload, req?: PayloadRequest): Promise<number> => {
  const rows = rowsOf(payload)
  const now = new Date().toISOString()
  const isGone: Where = {
    and: [
      { status: { equals: 'running' } },
      // Rows without a lease come from versions that did not have leases.
      { or: [{ expiresAt: { less_than: now } }, { expiresAt: { exists: false } }] },
    ],
  }
  const common = { collection: slugsOf(payload).runs, ...(req ? { req } : {}) }
  const found = await rows.find({ ...common, where: isGone })
  let marked = 0
  for (const { attempts, id, kind } of found) {
    if (typeof attempts === 'number') {
      await rows.updateWhere({
        ...common,
        where: { and: [{ id: { equals: id } }, { lease: { equals: leaseName } }, isGone] },
        data: { lease: String(id), updatedAt: now },
      })
      continue
    }
    const isMarked = await rows.updateWhere({
      ...common,
      where: { and: [{ id: { equals: id } }, isGone] },
      data: {
        status: 'interrupted',
        finishedAt: now,
        lease: String(id),
        problems: [problemOf(String(kind))],
        updatedAt: now,
      },
    })
    if (isMarked) marked += 1
  }
  return marked
}
