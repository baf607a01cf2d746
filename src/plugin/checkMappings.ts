import type { CollectionConfig } from 'payload'

import { type MappedField, mappedFields } from '../mapping/mappedFields.ts'
import type { Mapping, RelationOptions } from '../mapping/types.ts'
import { ConfigurationError } from '../problems/ConfigurationError.ts'
import { complaintAboutKey } from './complaintAboutKey.ts'
import { fieldsByPath, type PlacedField } from '../documents/fieldsByPath.ts'

/** A mapping cannot work with the collections of the app. */
export class MappingError extends ConfigurationError {}

type Collections = readonly CollectionConfig[]

type Place = { collection: CollectionConfig; collections: Collections; hasLocales: boolean; mapping: Mapping }

// Payload adds these itself.
const ownFields = new Set(['id', '_status', 'createdAt', 'updatedAt', 'deletedAt'])

const has = (collection: CollectionConfig, path: string): boolean =>
  ownFields.has(path) || fieldsByPath(collection.fields).has(path)

const unusable = ({ field, isLocalized }: PlacedField, hasLocales: boolean): string | undefined => {
  if (isLocalized && hasLocales) return 'is localised, and a file has one language'
  if (field.type === 'richText')
    return 'is rich text; use markdownField() for Markdown that stays as it is written'
  if (['array', 'blocks', 'group', 'join', 'upload'].includes(field.type)) return `is of type ${field.type}`
  return undefined
}

const wrongRelation = (
  { field }: PlacedField,
  relation: RelationOptions,
  collections: Collections,
): string | undefined => {
  const target = collections.find(({ slug }) => slug === relation.collection)
  if (!target) return `needs the collection "${relation.collection}", which does not exist`
  if (field.type !== 'relationship') return 'is no relationship'
  if (field.relationTo !== relation.collection) return `is no relationship to "${relation.collection}" alone`
  if (field.hasMany) return 'holds many documents, and the file names one'
  const missing = [relation.by, relation.aliases].find((name) => name !== undefined && !has(target, name))
  return missing === undefined
    ? undefined
    : `is found by "${missing}", which "${relation.collection}" does not have`
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
    return isOwn ? undefined : `is no relationship to many of "${collection}"`
  }
  if (role === 'unresolved') return field.type === 'json' ? undefined : 'is no JSON field'
  if (role === 'value' && field.type === 'relationship' && !codec?.relation)
    return 'is a relationship; use the codec relation()'
  if (role === 'value' && !codec?.relation && isMany !== (codec?.name === 'list')) {
    return isMany
      ? 'holds many values; use the codec list'
      : 'holds one value; set hasMany for the codec list'
  }
  return undefined
}

/** For `{category.slug}` in a path; the relation itself is a mapped field of its own. */
const complaintAboutRelated = (
  { path }: MappedField,
  fields: MappedField[],
  collections: Collections,
): string | undefined => {
  const [name = '', of = ''] = path.split('.')
  const slug = fields.find((field) => field.path === name)?.codec?.relation?.collection
  const target = collections.find((collection) => collection.slug === slug)
  return target && !has(target, of)
    ? `"${target.slug}" has no field "${of}", which the path needs`
    : undefined
}

const complaintAbout = (
  mapped: MappedField,
  { collection, collections, hasLocales, mapping }: Place,
): string | undefined => {
  const name = mapped.path
  if (name === '_status' && !(typeof collection.versions === 'object' && collection.versions.drafts)) {
    return 'the field "_status" needs versions with drafts'
  }
  if (ownFields.has(name)) return undefined
  const placed = fieldsByPath(collection.fields).get(name)
  const [first = ''] = name.split('.')
  if (!placed && fieldsByPath(collection.fields).get(first)?.field.type === 'relationship')
    return `the path needs "${name}", and no key holds "${first}": bind it by the codec relation()`
  if (!placed) return `there is no field "${name}"`
  const { relation } = mapped.codec ?? {}
  const reason =
    unusable(placed, hasLocales) ??
    (relation && wrongRelation(placed, relation, collections)) ??
    wrongType(placed, mapped, mapping)
  return reason && `the field "${name}" ${reason}`
}

const complaintsAbout = (mapping: Mapping, collections: Collections, hasLocales: boolean): string[] => {
  const collection = collections.find(({ slug }) => slug === mapping.collection)
  if (!collection) return ['there is no such collection']
  const fields = mappedFields(mapping)
  const complaints = fields.flatMap(
    (mapped) =>
      (mapped.role === 'relatedField'
        ? complaintAboutRelated(mapped, fields, collections)
        : complaintAbout(mapped, { collection, collections, hasLocales, mapping })) ?? [],
  )
  if (!fields.some(({ path }) => path === mapping.key))
    complaints.push(`the key "${mapping.key}" stands neither in the file nor in its path`)
  const ofKey = complaintAboutKey(mapping, collection)
  if (ofKey !== undefined) complaints.push(ofKey)
  const noNames = (mapping.ignore ?? []).filter((name) => name === '' || name.includes('/'))
  return [...complaints, ...noNames.map((name) => `"${name}" in "ignore" is no name of a file`)]
}

// Two patterns that differ in names only take the same files.
const shapeOf = ({ files }: Mapping): string => files.replaceAll(/\{[^}]*\}/g, '{}')

/**
 * Checks mappings against the collections of an app. `hasLocales`: whether the app has languages, without which Payload
 * ignores that a field is localised. Throws a MappingError that names everything that cannot work.
 */
export const checkMappings = (
  mappings: readonly Mapping[],
  collections: Collections,
  hasLocales = false,
): void => {
  const complaints = mappings.flatMap((mapping) =>
    complaintsAbout(mapping, collections, hasLocales).map(
      (complaint) => `The mapping of "${mapping.collection}": ${complaint}.`,
    ),
  )
  const shapes = mappings.map(shapeOf)
  const twice = mappings.filter((mapping, at) => shapes.indexOf(shapeOf(mapping)) !== at)
  complaints.push(
    ...twice.map(
      ({ collection, files }) => `The mapping of "${collection}": another one takes the files ${files} too.`,
    ),
  )
  if (complaints.length > 0) throw new MappingError(complaints.join('\n'))
}
