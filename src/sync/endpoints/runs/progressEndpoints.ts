import type { Endpoint } from 'payload'
import { z } from 'zod'

import type { StoredDocument } from '../../../documents/documents.ts'
import { slugsOf } from '../../../documents/registeredOptions.ts'
import { rowsOf } from '../../../documents/rows.ts'
import { noProgress, runningRun } from '../../background/runningRuns.ts'
import { json, runEndpoint, type RunEndpointOptions } from './runEndpoint.ts'
import { runOfRequest } from './runParameters.ts'

const stored = z
  .object({
    phase: z.string().nullable(),
    done: z.number(),
    total: z.number().nullable(),
    perSecond: z.number().nullable(),
    secondsLeft: z.number().nullable(),
  })
  .catch(noProgress)

/** How far a run has got, from this process or from its row. */
const progressOf = (row: StoredDocument): Record<string, unknown> => {
  const { cancelledAt, counts, finishedAt, isDry, kind, startedAt, status } = row
  const id = String(row.id)
  const running = status === 'running' ? runningRun(id) : undefined
  return {
    id,
    kind,
    status,
    isDry: isDry === true,
    ...(running ? running.progress() : stored.parse(row.progress)),
    counts: running ? running.counts : (counts ?? {}),
    startedAt,
    finishedAt: finishedAt ?? null,
    isCancelling: status === 'running' && Boolean(cancelledAt),
  }
}

/** `GET /api/answerbook/runs/:id/progress`: how far a run has got, as of two seconds ago or later. */
export const progressEndpoint = (options: RunEndpointOptions): Endpoint =>
  runEndpoint({ method: 'get', name: 'runs/:id/progress' }, options, async (req) =>
    json(progressOf(await runOfRequest(req))),
  )

/**
 * `POST /api/answerbook/runs/:id/cancel`: asks a run to stop, on whichever server it runs. Returns 202 at once; the run
 * stops within seconds. A run that has ended stays as it is.
 */
export const cancelEndpoint = (options: RunEndpointOptions): Endpoint =>
  runEndpoint({ method: 'post', name: 'runs/:id/cancel' }, options, async (req) => {
    const { id } = await runOfRequest(req)
    const now = new Date().toISOString()
    await rowsOf(req.payload).updateWhere({
      collection: slugsOf(req.payload).runs,
      data: { cancelledAt: now, updatedAt: now },
      where: { and: [{ id: { equals: id } }, { status: { equals: 'running' } }] },
    })
    runningRun(String(id))?.cancel()
    return json({}, 202)
  })
