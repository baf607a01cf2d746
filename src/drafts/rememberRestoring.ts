import type { CollectionBeforeOperationHook, PayloadRequest } from 'payload'

import { restoringImport } from '../documents/requestState.ts'

const restoring = 'answerbook:restoring'

/** Whether a request is restoring a version, or the state of an imported file, just now. */
export const isRestoring = ({ context }: Pick<PayloadRequest, 'context'>): boolean =>
  context[restoring] === true || context[restoringImport] === true

/**
 * Remembers whether a save restores a version, so that fields which nobody may edit come back with the others. Access
 * of fields sees no difference between the two.
 */
export const rememberRestoring: CollectionBeforeOperationHook = ({ args, operation, req }) => {
  if (operation === 'create' || operation === 'update' || operation === 'restoreVersion') {
    req.context[restoring] = operation === 'restoreVersion'
  }
  return args
}
