import type { Payload } from 'payload'

import { documentsOf } from '../../documents/documents.ts'
import { type CreatedUser, createUser } from '../../setup/createUser.ts'

/** A placeholder that belongs to nobody: no message to it reaches a person. */
const email = 'admin@example.com'

/** Makes the first admin where there is no user at all; undefined where there is one. */
export const createFirstAdmin = async (payload: Payload): Promise<CreatedUser | undefined> => {
  const count = () => documentsOf(payload).count({ collection: payload.config.admin.user })
  if ((await count()) > 0) return undefined
  return createUser({ payload, email, role: 'admin' }).catch(async (error: unknown) => {
    // Another server on the same database may have been first.
    if ((await count()) > 0) return undefined
    throw error
  })
}
