import type { CollectionConfig, Field } from 'payload'

import { fieldsByPath } from '../documents/fieldsByPath.ts'
import { editingSession } from '../editing/editingSession.ts'
import { relatedFields } from '../links/relatedFields.ts'
import type { Mapping } from '../mapping/types.ts'
import { slugField, urlField } from '../urls/slugAndUrlFields.ts'
import { type CollectionParts, makesSlugs } from './collectionParts.ts'

const nameOf = (field: Field): string => ('name' in field ? field.name : '')

/**
 * Adds the fields that the parts of a mapped collection need and that the app has not given a place of its own: slug and URL,
 * the two that hold links, and the one that tells open forms apart. All other fields of a mapping are the app's to define.
 */
export const addMissingFields = (
  collection: CollectionConfig,
  mapping: Mapping,
  { editing, links, urls }: CollectionParts,
): CollectionConfig => {
  const known = fieldsByPath(collection.fields)
  const wanted: Field[] = [
    ...(links ? relatedFields(mapping) : []),
    ...(makesSlugs(collection, mapping) ? [{ ...slugField(), unique: urls?.field === undefined }] : []),
    ...(urls?.field === undefined ? [] : [urlField(urls.field)]),
    ...(editing ? [editingSession()] : []),
  ]
  const missing = wanted.filter((field) => !known.has(nameOf(field)))
  return { ...collection, fields: [...collection.fields, ...missing] }
}
