import type { Payload } from 'payload'

import { slugsOf } from '../../documents/registeredOptions.ts'
import { rowsOf } from '../../documents/rows.ts'

/** Whether a run other than the given one has begun and not ended, as far as the history knows. */
export const isOtherRunning = async (payload: Payload, run: string): Promise<boolean> => {
  const rows = await rowsOf(payload).find({
    collection: slugsOf(payload).runs,
    limit: 1,
    select: { status: true },
    where: { and: [{ status: { equals: 'running' } }, { id: { not_equals: run } }] },
  })
  return rows.length > 0
}
