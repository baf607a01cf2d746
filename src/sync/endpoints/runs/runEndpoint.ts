import type { Endpoint, PayloadRequest } from 'payload'

import { refusal } from '../../../documents/refusal.ts'
import { UploadError } from '../../../files/index.ts'
import type { Mapping } from '../../../mapping/types.ts'
import { ConfigurationError } from '../../../problems/ConfigurationError.ts'
import { translate } from '../../../translations/translate.ts'
import { BusyError } from './withoutWaiting.ts'

/** What the plugin's options say to the endpoints of imports and exports. */
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
 * An endpoint of an import or export, at `/api/answerbook/<name>`. Answers 401 and 403 to whom `canRun` does not let in,
 * before anything of a request is read, 400 for a mistake of the sender, and 409 while another run holds the database.
 */
export const runEndpoint = (
  { method, name }: { method: 'get' | 'post'; name: 'export' | 'import' },
  { canRun }: RunEndpointOptions,
  answer: (req: PayloadRequest) => Promise<Response>,
): Endpoint => ({
  path: `/answerbook/${name}`,
  method,
  handler: async (req) => {
    // First, since an app may let in a scheduler that has a secret and is no user.
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

/** Who the history of runs names for a request. */
export const whoAsks = ({ user }: PayloadRequest): { who?: string } =>
  user ? { who: 'email' in user && user.email ? user.email : `user ${user.id}` } : {}
