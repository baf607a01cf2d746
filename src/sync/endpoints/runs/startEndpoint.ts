import type { Endpoint } from 'payload'

import { UploadError } from '../../../files/errors.ts'
import { parseRunRequest } from '../../background/runRequest.ts'
import { startRun } from '../../background/startRun.ts'
import { json, runEndpoint, type RunEndpointOptions, whoAsks } from './runEndpoint.ts'
import { bodyOf } from './runParameters.ts'

/**
 * `POST /api/answerbook/runs`: starts an import or an export that goes on in the background, and returns its `{ id }` with
 * status 202. `{ kind: 'import', source: { folder } | { upload }, options }`, with the options of `importFiles`, or
 * `{ kind: 'export', target: { folder } | { download: true }, options }`.
 */
export const startEndpoint = (options: RunEndpointOptions): Endpoint =>
  runEndpoint({ method: 'post', name: 'runs' }, options, async (req) => {
    const request = parseRunRequest(await bodyOf(req))
    if ('reason' in request) throw new UploadError(request.reason)
    return json({ id: await startRun(req.payload, options, request, whoAsks(req).who) }, 202)
  })
