import type { SanitizedConfig } from 'payload'

import type { Policy } from '../access/roles.ts'

const locks = 'payload-locked-documents'

/**
 * Restricts the marks "somebody is editing this" to editors. Payload gives access to every signed-in user, including
 * API keys (payload#11624), and has no option for it, so the finished config is changed.
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
