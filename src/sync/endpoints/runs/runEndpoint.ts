import type { Endpoint, PayloadRequest } from 'payload'

import { refusal } from '../../../documents/refusal.ts'
import { UploadError } from '../../../files/errors.ts'
import type { Mapping } from '../../../mapping/types.ts'
import { ConfigurationError } from '../../../problems/ConfigurationError.ts'
import { translate } from '../../../translations/translate.ts'
import { BusyError } from './withoutWaiting.ts'

/** The plugin's options for the endpoints of imports and exports. */
export type RunEndpointOptions = {
  /** Who may use them. */
  canRun: (args: { req: PayloadRequest }) => boolean
  mappings: readonly Mapping[]
}

const statusOf = (error: unknown): number | undefined => {
  if (error instanceof UploadError || error instanceof ConfigurationError) return 400
  return error instanceof BusyError ? 409 : undefined
}

/**
 * An endpoint of an import or export, at `/api/answerbook/<name>`. Responds with 401 or 403 if `canRun` denies access,
 * before the body of the request is read, with 400 for an invalid request, and with 409 while another run is in
 * progress.
 */
export const runEndpoint = (
  { method, name }: { method: 'get' | 'post'; name: 'export' | 'import' },
  { canRun }: RunEndpointOptions,
  answer: (req: PayloadRequest) => Promise<Response>,
): Endpoint => ({
  path: `/answerbook/${name}`,
  method,
  handler: async (req) => {
    // First, since an app may admit a scheduler that has a secret but is not a user.
    if (!canRun({ req }))
      return req.user
        ? refusal(translate(req, 'answerbook:messages:runForbidden'), 403)
        : refusal(translate(req, 'answerbook:messages:signIn'), 401)
    try {
      return await answer(req)
    } catch (error) {
      const status = statusOf(error)
      if (status === undefined || !(error instanceof Error)) throw error
      return refusal(error.message, status)
    }
  },
})

/** The name that the history of runs shows for a request. */
export const whoAsks = ({ user }: PayloadRequest): { who?: string } =>
  user ? { who: 'email' in user && user.email ? user.email : `user ${user.id}` } : {}
