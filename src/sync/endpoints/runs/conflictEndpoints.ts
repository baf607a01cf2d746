import type { Endpoint } from 'payload'
import { z } from 'zod'

import { conflictSides } from '../../conflicts/conflictSides.ts'
import { type OpenConflict, openConflicts } from '../../conflicts/openConflicts.ts'
import { settleConflicts } from '../../conflicts/settleConflicts.ts'
import { json, runEndpoint, type RunEndpointOptions } from './runEndpoint.ts'
import { bodyOf, checked, pageOf, runOfRequest } from './runParameters.ts'

const take = z.enum(['file', 'cms'], 'It must be file or cms.')

const settling = z.union([
  z.strictObject({ path: z.string(), field: z.string(), take }),
  z.strictObject({ all: z.literal(true), take }),
])

/**
 * `GET /api/answerbook/runs/:id/conflicts?page=&limit=`: the conflicts of a run for which nobody has chosen a side yet,
 * each with both values.
 */
export const conflictsEndpoint = (options: RunEndpointOptions): Endpoint =>
  runEndpoint({ method: 'get', name: 'runs/:id/conflicts' }, options, async (req) => {
    const { id } = await runOfRequest(req)
    const { limit, page } = pageOf(req)
    const from = (page - 1) * limit
    const wanted: OpenConflict[] = []
    let total = 0
    for await (const conflict of openConflicts(req.payload, String(id))) {
      if (total >= from && wanted.length < limit) wanted.push(conflict)
      total += 1
    }
    const docs = await conflictSides(req, wanted)
    return json({ docs, totalDocs: total, page, totalPages: Math.max(1, Math.ceil(total / limit)), limit })
  })

/**
 * `POST /api/answerbook/runs/:id/conflicts`: settles one conflict, `{ path, field, take: 'file' | 'cms' }`, or all that are
 * still open, `{ all: true, take }`. Returns `{ settled, problems }` with the number of fields.
 */
export const settleEndpoint = (options: RunEndpointOptions): Endpoint =>
  runEndpoint({ method: 'post', name: 'runs/:id/conflicts' }, options, async (req) => {
    const { id } = await runOfRequest(req)
    const asked = checked(settling, await bodyOf(req))
    const wanted: OpenConflict[] = []
    for await (const conflict of openConflicts(req.payload, String(id)))
      if ('all' in asked || (conflict.path === asked.path && conflict.field === asked.field))
        wanted.push(conflict)
    return json(await settleConflicts(req.payload, wanted, asked.take))
  })
