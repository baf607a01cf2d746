import type { CollectionConfig, Field } from 'payload'

/** Changes to a collection that the plugin adds, in the form used by Payload's own plugins. */
export type CollectionOverride = Partial<Omit<CollectionConfig, 'fields' | 'slug'>> & {
  /**
   * Returns the fields of the collection, given those of the plugin.
   * @default ({ defaultFields }) => defaultFields
   */
  fields?: (args: { defaultFields: Field[] }) => Field[]
}

/** Changes to the collections that the plugin adds. */
export type Overrides = {
  files?: CollectionOverride
  runs?: CollectionOverride
  results?: CollectionOverride
  links?: CollectionOverride
  changes?: CollectionOverride
  redirects?: CollectionOverride
}

/**
 * Applies an app's changes to a collection. Access, admin options and labels are merged key by key; hooks and endpoints
 * of the app follow those of the plugin.
 */
export const overrideCollection = (
  collection: CollectionConfig,
  { fields, hooks, ...override }: CollectionOverride = {},
): CollectionConfig => ({
  ...collection,
  ...override,
  access: { ...collection.access, ...override.access },
  admin: { ...collection.admin, ...override.admin },
  labels: { ...collection.labels, ...override.labels },
  endpoints:
    override.endpoints === false ? false : [...(collection.endpoints || []), ...(override.endpoints ?? [])],
  hooks: appendHooks(collection.hooks, hooks),
  fields: fields ? fields({ defaultFields: collection.fields }) : collection.fields,
})

type Hooks = CollectionConfig['hooks']

const appendHooks = (own: Hooks, added: Hooks): Hooks => ({
  ...own,
  ...added,
  afterChange: [...(own?.afterChange ?? []), ...(added?.afterChange ?? [])],
  afterDelete: [...(own?.afterDelete ?? []), ...(added?.afterDelete ?? [])],
  afterRead: [...(own?.afterRead ?? []), ...(added?.afterRead ?? [])],
  beforeChange: [...(own?.beforeChange ?? []), ...(added?.beforeChange ?? [])],
  beforeDelete: [...(own?.beforeDelete ?? []), ...(added?.beforeDelete ?? [])],
  beforeOperation: [...(own?.beforeOperation ?? []), ...(added?.beforeOperation ?? [])],
  beforeValidate: [...(own?.beforeValidate ?? []), ...(added?.beforeValidate ?? [])],
})
