import { APIError } from 'payload'

import { isDatabaseError } from '../database/databaseError.ts'
import { errorMessage } from '../documents/errorMessage.ts'

/** Code of the app threw an error while a document was written: a hook, or a function of a field. */
export class HookError extends Error {
  override readonly name = 'HookError'

  constructor(collection: string, options: ErrorOptions) {
    super(`A hook of "${collection}" failed: ${errorMessage(options.cause)}`, options)
  }
}

// Intentional refusals by Payload and hooks are errors with a status.
const isHookFault = (error: unknown): boolean => !(error instanceof APIError) && !isDatabaseError(error)

/** Writes a document of a collection. Throws a HookError if code of the app fails, and any other error unchanged. */
export const namingHooks = async <T>(collection: string, write: () => Promise<T>): Promise<T> => {
  try {
    return await write()
  } catch (error) {
    throw isHookFault(error) ? new HookError(collection, { cause: error }) : error
  }
}
