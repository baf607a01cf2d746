import type { CollectionBeforeOperationHook, PayloadRequest } from 'payload'

import { restoringImport } from '../documents/requestState.ts'

const restoring = 'answerbook:restoring'

/** Whether a request is currently restoring a version, or the state of an imported file. */
export const isRestoring = ({ context }: Pick<PayloadRequest, 'context'>): boolean =>
  context[restoring] === true || context[restoringImport] === true

/**
 * Remembers whether a save restores a version, so that fields which nobody may edit are restored as well. Field access
 * cannot tell the two apart.
 */
export const rememberRestoring: CollectionBeforeOperationHook = ({ args, operation, req }) => {
  if (operation === 'create' || operation === 'update' || operation === 'restoreVersion') {
    req.context[restoring] = operation === 'restoreVersion'
  }
  return args
}
