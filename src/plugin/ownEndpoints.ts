import type { Endpoint } from 'payload'

import { downloadEndpoint, exportEndpoint } from '../sync/endpoints/runs/exportEndpoint.ts'
import { importEndpoint } from '../sync/endpoints/runs/importEndpoint.ts'
import { redirectEndpoint } from '../urls/redirects/redirectEndpoint.ts'
import type { ResolvedOptions } from './options.ts'

/** The endpoints under `/api/answerbook`; including redirects if some collections have documents with URLs. */
export const ownEndpoints = (moving: readonly string[], options: ResolvedOptions): Endpoint[] =>
  options.enabled
    ? [
        ...(moving.length > 0 ? [redirectEndpoint] : []),
        importEndpoint(options),
        downloadEndpoint(options),
        exportEndpoint(options),
      ]
    : []
