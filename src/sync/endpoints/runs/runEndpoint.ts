import type { Endpoint, PayloadRequest } from 'payload'

import { refusal } from '../../../documents/refusal.ts'
import {
  ContentRootError,
  errorCode,
  FolderError,
  GitError,
  systemReason,
  UploadError,
} from '../../../files/errors.ts'
import { ConfigurationError } from '../../../problems/ConfigurationError.ts'
import { translate } from '../../../translations/translate.ts'
import type { RunSetting } from '../../background/runSetting.ts'
import { BusyError } from './withoutWaiting.ts'

/** The plugin's options for the endpoints of imports and exports. */
export type RunEndpointOptions = RunSetting & {
  /** Who may use them. */
  canRun: (args: { req: PayloadRequest }) => boolean
}

const mistakes = [ConfigurationError, FolderError, GitError, UploadError]

const full = ['ENOSPC', 'EDQUOT']

/** The response to a request that could not be carried out for a reason that its sender should know. */
const refusalOf = (error: unknown): Response | undefined => {
  if (!(error instanceof Error)) return undefined
  if (error instanceof ContentRootError)
    return refusal(`${error.message} Check the name of the folder, or choose another one.`, 400)
  if (mistakes.some((kind) => error instanceof kind)) return refusal(error.message, 400)
  if (error instanceof BusyError) return refusal(error.message, 409)
  if (full.includes(errorCode(error) ?? ''))
    return refusal(
      `The disk of the server is full (${systemReason(error)}). Free some space and try again.`,
      507,
    )
  return undefined
}

/**
 * An endpoint of imports and exports, at `/api/answerbook/<name>`. Responds with 401 or 403 if `canRun` denies access,
 * before the body of the request is read, with 400 for an invalid request, with 409 while another run is in progress, and
 * with 507 if the disk is full.
 */
export const runEndpoint = (
  { method, name }: { method: 'get' | 'post'; name: string },
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
      const refused = refusalOf(error)
      if (!refused) throw error
      return refused
    }
  },
})

/** The name that the history of runs shows for a request. */
export const whoAsks = ({ user }: PayloadRequest): { who?: string } =>
  user ? { who: 'email' in user && user.email ? user.email : `user ${user.id}` } : {}

/** A response that no cache keeps. */
export const json = (body: unknown, status = 200): Response =>
  Response.json(body, { status, headers: { 'Cache-Control': 'private, no-store' } })
