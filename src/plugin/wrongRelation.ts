import type { CollectionConfig } from 'payload'

import { fieldsByPath, type PlacedField } from '../documents/fieldsByPath.ts'
import type { RelationOptions } from '../mapping/types.ts'

/** Fields that Payload adds to collections. */
export const ownFields = new Set(['id', '_status', 'createdAt', 'updatedAt', 'deletedAt'])

const fieldsOfUploads = new Set(['filename', 'url'])

/** Whether a collection has a field at a dotted path, including those that Payload adds. */
export const hasField = (collection: CollectionConfig, path: string): boolean =>
  ownFields.has(path) ||
  (Boolean(collection.upload) && fieldsOfUploads.has(path)) ||
  fieldsByPath(collection.fields).has(path)

/** Why a field cannot hold the relationship that a codec names; undefined if it can. */
export const wrongRelation = (
  { field }: PlacedField,
  relation: RelationOptions,
  collections: readonly CollectionConfig[],
): string | undefined => {
  const target = collections.find(({ slug }) => slug === relation.collection)
  if (!target) return `needs the collection "${relation.collection}", which does not exist`
  if (field.type !== 'relationship' && field.type !== 'upload') return 'is not a relationship'
  if (field.relationTo !== relation.collection)
    return `is not a relationship to "${relation.collection}" alone`
  if (field.hasMany === true && !relation.many)
    return 'holds several documents; give the codec { many: true }'
  if (field.hasMany !== true && relation.many)
    return 'holds one document; set hasMany for the codec with { many: true }'
  const missing = [relation.by, relation.aliases].find(
    (name) => name !== undefined && !hasField(target, name),
  )
  return missing === undefined
    ? undefined
    : `is found by "${missing}", which "${relation.collection}" does not have`
}
