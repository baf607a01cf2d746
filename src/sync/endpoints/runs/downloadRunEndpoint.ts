import type { Endpoint } from 'payload'

import { RefusalError } from '../../../documents/RefusalError.ts'
import { filesIn, zipResponse } from './exportEndpoint.ts'
import { runEndpoint, type RunEndpointOptions } from './runEndpoint.ts'
import { runOfRequest } from './runParameters.ts'

/**
 * `GET /api/answerbook/runs/:id/download`: the zip of a finished export to download, for a day. 404 if it was not for
 * download, has not finished or has expired.
 */
export const downloadRunEndpoint = (options: RunEndpointOptions): Endpoint =>
  runEndpoint({ method: 'get', name: 'runs/:id/download' }, options, async (req) => {
    const { id, status } = await runOfRequest(req)
    const isFinished = status === 'done' || status === 'errors'
    if (!isFinished || !(await options.work.hasExport(String(id))))
      throw new RefusalError(
        'There is nothing to download: the export has not finished, is on another server or has expired. Export again.',
        404,
      )
    return zipResponse(filesIn(options.work.exportFolder(String(id))))
  })
