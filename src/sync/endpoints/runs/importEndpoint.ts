import type { Endpoint } from 'payload'

import { temporaryFolder } from '../../../files/upload/receiveFile.ts'
import { importFiles } from '../../import/importFiles.ts'
import { receiveUpload } from './receiveUpload.ts'
import { runEndpoint, type RunEndpointOptions, whoAsks } from './runEndpoint.ts'
import { importQuery } from './runQuery.ts'
import { withoutWaiting } from './withoutWaiting.ts'

/**
 * `POST /api/answerbook/import`: imports a zip of a content root, or single files, for apps on hosts without a shell.
 * Returns the report that `answerbook import --json` prints, always with status 200. See `runEndpoint` for access, and
 * `importQuery` for the options.
 */
export const importEndpoint = (options: RunEndpointOptions): Endpoint =>
  runEndpoint({ method: 'post', name: 'import' }, options, async (req) => {
    const asked = importQuery(req)
    const temporary = await temporaryFolder()
    try {
      const { folder } = await receiveUpload(req, temporary.path)
      const { payload } = req
      const { mappings } = options
      const report = await withoutWaiting((run) =>
        importFiles({
          ...asked,
          ...run,
          ...whoAsks(req),
          payload,
          mappings,
          folder,
          // An upload is not the folder of the next import.
          remember: false,
          trigger: 'admin',
        }),
      )
      return Response.json(report, { headers: { 'Cache-Control': 'private, no-store' } })
    } finally {
      await temporary.remove()
    }
  })
