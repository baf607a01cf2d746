import type { Endpoint } from 'payload'

import { downloadEndpoint, exportEndpoint } from '../sync/endpoints/runs/exportEndpoint.ts'
import { importEndpoint } from '../sync/endpoints/runs/importEndpoint.ts'
import { conflictsEndpoint, settleEndpoint } from '../sync/endpoints/runs/conflictEndpoints.ts'
import { downloadRunEndpoint } from '../sync/endpoints/runs/downloadRunEndpoint.ts'
import { optionsEndpoint } from '../sync/endpoints/runs/optionsEndpoint.ts'
import { cancelEndpoint, progressEndpoint } from '../sync/endpoints/runs/progressEndpoints.ts'
import { reportEndpoint, resultsEndpoint } from '../sync/endpoints/runs/resultEndpoints.ts'
import { startEndpoint } from '../sync/endpoints/runs/startEndpoint.ts'
import { uploadEndpoint } from '../sync/endpoints/runs/uploadEndpoint.ts'
import { inboundEndpoint } from '../links/inboundEndpoint.ts'
import { redirectEndpoint } from '../urls/redirects/redirectEndpoint.ts'
import type { ResolvedOptions } from './options.ts'

/** The endpoints under `/api/answerbook`; including redirects if some collections have documents with URLs. */
export const ownEndpoints = (moving: readonly string[], options: ResolvedOptions): Endpoint[] =>
  options.enabled
    ? [
        ...(moving.length > 0 ? [redirectEndpoint] : []),
        inboundEndpoint,
        importEndpoint(options),
        downloadEndpoint(options),
        exportEndpoint(options),
        ...[
          optionsEndpoint,
          uploadEndpoint,
          startEndpoint,
          progressEndpoint,
          cancelEndpoint,
          resultsEndpoint,
          conflictsEndpoint,
          settleEndpoint,
          reportEndpoint,
          downloadRunEndpoint,
        ].map((endpoint) => endpoint(options)),
      ]
    : []
