import type { SanitizedConfig } from 'payload'

import type { Policy } from '../access/roles.ts'

const locks = 'payload-locked-documents'

/**
 * Keeps the marks "somebody is editing this" to those who edit. Payload opens them to everybody who has signed in, API
 * keys included, and has no option for it, so the finished config is changed.
 */
export const keepLocksTo = async (
  policy: Policy,
  config: Promise<SanitizedConfig>,
): Promise<SanitizedConfig> => {
  const finished = await config
  const collection = finished.collections.find(({ slug }) => slug === locks)
  if (collection)
    Object.assign(collection.access, { create: policy, delete: policy, read: policy, update: policy })
  return finished
}
