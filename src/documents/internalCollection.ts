import type { CollectionConfig } from 'payload'

const never = (): boolean => false

/** A collection that only the plugin itself reads and writes: it has no API, no pages in the admin, and no locks. */
export const internalCollection = (
  config: Pick<CollectionConfig, 'admin' | 'fields' | 'indexes' | 'slug' | 'timestamps'>,
): CollectionConfig => ({
  ...config,
  access: { create: never, delete: never, read: never, update: never },
  admin: { ...config.admin, hidden: true },
  graphQL: false,
  lockDocuments: false,
})
