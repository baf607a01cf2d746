import type { CollectionConfig, Field } from 'payload'

import { fieldsByPath } from '../documents/fieldsByPath.ts'
import { editingSession } from '../editing/editingSession.ts'
import { relatedFields } from '../links/relatedFields.ts'
import type { Mapping } from '../mapping/types.ts'
import { slugField, urlField } from '../urls/slugAndUrlFields.ts'
import { hasUrlPerLocale } from './complaintsAboutLocales.ts'
import { type CollectionParts, makesSlugs } from './collectionParts.ts'

const nameOf = (field: Field): string => ('name' in field ? field.name : '')

/**
 * Adds the fields that the parts of a mapped collection need and that the app has not defined itself: slug and URL, the
 * two fields for links, and the one that distinguishes open forms. The app defines all other fields of a mapping.
 */
export const addMissingFields = (
  collection: CollectionConfig,
  mapping: Mapping,
  { editing, links, urls }: CollectionParts,
): CollectionConfig => {
  const known = fieldsByPath(collection.fields)
  // URLs keep slugs apart if a slug is part of the URL; a key must be unique by itself.
  const isUnique = mapping.within === undefined && (urls?.field === undefined || mapping.key === 'slug')
  const localized = hasUrlPerLocale(mapping, collection) ? { localized: true } : {}
  const wanted: Field[] = [
    ...(links ? relatedFields(mapping) : []),
    ...(makesSlugs(collection, mapping) ? [{ ...slugField(), unique: isUnique }] : []),
    ...(urls?.field === undefined ? [] : [{ ...urlField(urls.field), ...localized }]),
    ...(editing ? [editingSession()] : []),
  ]
  const missing = wanted.filter((field) => !known.has(nameOf(field)))
  return { ...collection, fields: [...collection.fields, ...missing] }
}
