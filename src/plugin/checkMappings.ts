import type { CollectionConfig } from 'payload'

import { type MappedField, mappedFields } from '../mapping/mappedFields.ts'
import type { Mapping } from '../mapping/types.ts'
import { ConfigurationError } from '../problems/ConfigurationError.ts'
import { complaintAboutKey, noField } from './complaintAboutKey.ts'
import { complaintAboutImages } from './complaintAboutImages.ts'
import { complaintsAboutLocales, type Locales } from './complaintsAboutLocales.ts'
import { fieldsByPath, type PlacedField } from '../documents/fieldsByPath.ts'
import { unusable, unusableInPath } from './unusableField.ts'
import { hasField, ownFields, wrongRelation } from './wrongRelation.ts'

/** A mapping cannot work with the collections of the app. */
export class MappingError extends ConfigurationError {
  override readonly name = 'MappingError'
}

type Collections = readonly CollectionConfig[]

type Place = {
  collection: CollectionConfig
  collections: Collections
  appLocales: Locales
  mapping: Mapping
}

const wrongType = (
  placed: PlacedField,
  { codec, role }: MappedField,
  { collection }: Mapping,
): string | undefined => {
  const { field } = placed
  const isMany = 'hasMany' in field && field.hasMany === true
  if (role === 'links') {
    const isOwn = field.type === 'relationship' && field.relationTo === collection && isMany
    return isOwn ? undefined : `is not a hasMany relationship to "${collection}"`
  }
  if (role === 'unresolved') return field.type === 'json' ? undefined : 'is not a JSON field'
  if (role === 'value' && !codec?.relation) {
    if (field.type === 'relationship') return 'is a relationship; use the codec relation()'
    if (field.type === 'upload') return 'is an upload; use the codec upload()'
  }
  if (role === 'value' && !codec?.relation && isMany !== (codec?.name === 'list')) {
    return isMany
      ? 'holds several values; use the codec list'
      : 'holds one value; set hasMany for the codec list'
  }
  return undefined
}

/** For `{category.slug}` in a path; the relation itself is a mapped field of its own. */
const complaintAboutRelated = (
  { path }: MappedField,
  fields: readonly MappedField[],
  collections: Collections,
): string | undefined => {
  const [name = '', of = ''] = path.split('.')
  const slug = fields.find((field) => field.path === name)?.codec?.relation?.collection
  const target = collections.find((collection) => collection.slug === slug)
  return target && !hasField(target, of)
    ? `"${target.slug}" has no field "${of}", which the path needs`
    : undefined
}

const complaintAbout = (
  mapped: MappedField,
  { collection, collections, appLocales, mapping }: Place,
): string | undefined => {
  const name = mapped.path
  const reasonOfPath = mapped.role === 'path' ? unusableInPath(mapped, collection) : undefined
  if (reasonOfPath) return reasonOfPath
  if (name === '_status' && !(typeof collection.versions === 'object' && collection.versions.drafts)) {
    return 'the field "_status" needs versions with drafts'
  }
  if (ownFields.has(name)) return undefined
  const placed = fieldsByPath(collection.fields).get(name)
  if (!placed) return noField(name)
  const { relation } = mapped.codec ?? {}
  const reason =
    unusable(placed, { codec: mapped.codec, hasLocales: appLocales !== undefined && !mapping.locales }) ??
    (relation && wrongRelation(placed, relation, collections)) ??
    wrongType(placed, mapped, mapping)
  return reason && `the field "${name}" ${reason}`
}

const complaintsAbout = (mapping: Mapping, collections: Collections, appLocales: Locales): string[] => {
  const collection = collections.find(({ slug }) => slug === mapping.collection)
  if (!collection) return ['the collection does not exist']
  const fields = mappedFields(mapping)
  const complaints = fields.flatMap(
    (mapped) =>
      (mapped.role === 'relatedField'
        ? complaintAboutRelated(mapped, fields, collections)
        : complaintAbout(mapped, { collection, collections, appLocales, mapping })) ?? [],
  )
  if (!fields.some(({ path }) => path === mapping.key))
    complaints.push(`neither the file nor its path contains the key "${mapping.key}"`)
  const ofKey = complaintAboutKey(mapping, collection)
  if (ofKey !== undefined) complaints.push(ofKey)
  for (const path of Object.keys(mapping.values ?? {}))
    if (!hasField(collection, path))
      complaints.push(`"values" names the field "${path}", which does not exist`)
  complaints.push(...complaintsAboutLocales(mapping, collection, appLocales))
  const ofImages = complaintAboutImages(mapping, collections)
  if (ofImages !== undefined) complaints.push(ofImages)
  if (mapping.ignore?.includes('')) complaints.push('"ignore" has an empty pattern')
  return complaints
}

// Two patterns that differ only in names match the same files.
const shapesOf = ({ files }: Mapping): string[] =>
  [files].flat().map((pattern) => pattern.replaceAll(/\{[^}]*\}/g, '{}'))

/**
 * Checks mappings against the collections of an app. `appLocales` are the locales of the app; without them, Payload ignores
 * that a field is localized. Throws a MappingError that lists everything that cannot work.
 */
export const checkMappings = (
  mappings: readonly Mapping[],
  collections: Collections,
  appLocales?: Locales,
): void => {
  const complaints = mappings.flatMap((mapping) =>
    complaintsAbout(mapping, collections, appLocales).map(
      (complaint) => `The mapping of "${mapping.collection}": ${complaint}.`,
    ),
  )
  const again = mappings.filter(
    ({ collection, within }, at) =>
      within === undefined && mappings.findIndex((other) => other.collection === collection) !== at,
  )
  complaints.push(
    ...again.map(
      ({ collection }) =>
        `The mapping of "${collection}": another mapping has the same collection, so an export would write each document twice; set "within" to the field that distinguishes their documents.`,
    ),
  )
  const shapes = mappings.map(shapesOf)
  const twice = mappings.filter((_, at) =>
    shapes.slice(0, at).some((earlier) => shapes[at]?.some((shape) => earlier.includes(shape))),
  )
  complaints.push(
    ...twice.map(
      ({ collection, files }) =>
        `The mapping of "${collection}": another mapping has the same files, ${[files].flat().join(', ')}.`,
    ),
  )
  if (complaints.length > 0) throw new MappingError(complaints.join('\n'))
}
