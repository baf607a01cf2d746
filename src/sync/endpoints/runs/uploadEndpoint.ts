import type { Endpoint } from 'payload'

import { receiveUpload } from './receiveUpload.ts'
import { json, runEndpoint, type RunEndpointOptions } from './runEndpoint.ts'

/**
 * `POST /api/answerbook/uploads`: stores a zip of a content root, or single files, for imports that follow. Returns
 * `{ id, name, files, bytes }`. An upload that is refused leaves nothing on the disk; see `receiveUpload` for the body.
 */
export const uploadEndpoint = (options: RunEndpointOptions): Endpoint =>
  runEndpoint({ method: 'post', name: 'uploads' }, options, async (req) => {
    const upload = await options.work.addUpload(async (folder) => {
      const { bytes, files, name } = await receiveUpload(req, folder)
      return { bytes, files, name }
    })
    return json(upload)
  })
