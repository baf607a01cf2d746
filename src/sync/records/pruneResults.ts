import type { Payload } from 'payload'

import { slugsOf } from '../../documents/registeredOptions.ts'
import { rowsOf } from '../../documents/rows.ts'

/** Number of runs whose results are kept. */
const keptRuns = 20

/** Removes the results of all but the latest runs. */
export const pruneResults = async (payload: Payload): Promise<void> => {
  const rows = rowsOf(payload)
  const { results, runs } = slugsOf(payload)
  const kept = await rows.find({
    collection: runs,
    limit: keptRuns,
    select: { startedAt: true },
    sort: '-createdAt',
    where: { attempts: { exists: true } },
  })
  await rows.remove({ collection: results, where: { run: { not_in: kept.map(({ id }) => String(id)) } } })
}
