import type { Access, CollectionConfig, Where } from 'payload'

import type { Policies } from './policies.ts'

/** What visitors may see of a collection with drafts and trash. */
const publishedOnly: Where = {
  and: [{ _status: { equals: 'published' } }, { deletedAt: { exists: false } }],
}

/**
 * Access to a collection with drafts and trash: visitors read what is published, staff read everything and save drafts,
 * editors may do everything. Access functions cannot see whether a save is a draft, so the hook
 * `refuseUnapprovedPublishing` is required as well; the plugin adds it to mapped collections.
 */
export const contentAccess = ({ isEditor, isStaff }: Policies): NonNullable<CollectionConfig['access']> => {
  const read: Access = (args) => (isStaff(args) ? true : publishedOnly)
  const saveDraft: Access<{ _status?: unknown }> = (args) =>
    isEditor(args) || (isStaff(args) && args.data?._status !== 'published')
  return {
    create: saveDraft,
    delete: isEditor,
    read,
    readVersions: isStaff,
    unlock: isEditor,
    update: saveDraft,
  }
}
