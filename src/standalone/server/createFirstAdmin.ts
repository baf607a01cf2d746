import type { Payload } from 'payload'

import { documentsOf } from '../../documents/documents.ts'
import { type CreatedUser, createUser } from '../../setup/createUser.ts'

/** A placeholder that belongs to nobody, so that no message to it reaches a person. */
const email = 'admin@example.com'

/** Creates the first admin if there are no users; undefined if there are. */
export const createFirstAdmin = async (payload: Payload): Promise<CreatedUser | undefined> => {
  const count = () => documentsOf(payload).count({ collection: payload.config.admin.user })
  if ((await count()) > 0) return undefined
  return createUser({ payload, email, role: 'admin' }).catch(async (error: unknown) => {
    // Another server on the same database may have been faster.
    if ((await count()) > 0) return undefined
    throw error
  })
}
