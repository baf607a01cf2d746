import type { CollectionConfig, Field } from 'payload'

import { mappedFields } from '../mapping/mappedFields.ts'
import type { Mapping } from '../mapping/types.ts'

/** A mapping cannot work with the collections of the app. */
export class MappingError extends Error {}

type Placed = Field & { name: string }

/** All fields of a collection that hold a value, by dotted path. */
const fieldsByPath = (fields: readonly Field[], prefix = ''): Map<string, Placed> => {
  const found = new Map<string, Placed>()
  const addAll = (others: Map<string, Placed>): void => others.forEach((field, path) => found.set(path, field))
  for (const field of fields) {
    if (field.type === 'tabs') {
      for (const tab of field.tabs) addAll(fieldsByPath(tab.fields, 'name' in tab && tab.name ? `${prefix}${tab.name}.` : prefix))
    } else if ('name' in field && field.name) {
      found.set(`${prefix}${field.name}`, { ...field, name: field.name })
      if (field.type === 'group') addAll(fieldsByPath(field.fields, `${prefix}${field.name}.`))
    } else if ('fields' in field) addAll(fieldsByPath(field.fields, prefix))
  }
  return found
}

// Payload adds these itself.
const ownFields = new Set(['id', '_status', 'createdAt', 'updatedAt', 'deletedAt'])

const unusable = (field: Placed): string | undefined => {
  if ('localized' in field && field.localized) return 'is localised, and a file has one language'
  if (field.type === 'richText') return 'is rich text; use markdownField() for Markdown that stays as it is written'
  if (field.type === 'array' || field.type === 'blocks' || field.type === 'join') return `is of type ${field.type}`
  return undefined
}

const complaintsAbout = (mapping: Mapping, collections: readonly CollectionConfig[]): string[] => {
  const collection = collections.find(({ slug }) => slug === mapping.collection)
  if (!collection) return ['there is no such collection']
  const fields = fieldsByPath(collection.fields)
  return mappedFields(mapping).flatMap(({ codec, path, role }) => {
    const isRelated = role === 'relatedField'
    const name = isRelated ? (path.split('.')[0] ?? path) : path
    if (ownFields.has(name)) return []
    const field = fields.get(name)
    if (!field) return [`there is no field "${name}"`]
    const reason = unusable(field)
    if (reason) return [`the field "${name}" ${reason}`]
    const target = codec?.relation?.collection
    if (target !== undefined && !collections.some(({ slug }) => slug === target)) return [`there is no collection "${target}" for "${name}"`]
    if (target !== undefined && field.type !== 'relationship') return [`the field "${name}" is no relationship`]
    return []
  })
}

// Two patterns that differ in names only take the same files.
const shapeOf = ({ files }: Mapping): string => files.replaceAll(/\{[^}]*\}/g, '{}')

/** Checks mappings against the collections of an app. Throws a MappingError that names everything that cannot work. */
export const checkMappings = (mappings: readonly Mapping[], collections: readonly CollectionConfig[]): void => {
  const complaints = mappings.flatMap((mapping) =>
    complaintsAbout(mapping, collections).map((complaint) => `The mapping of "${mapping.collection}": ${complaint}.`),
  )
  const shapes = mappings.map(shapeOf)
  const twice = mappings.filter((mapping, at) => shapes.indexOf(shapeOf(mapping)) !== at)
  complaints.push(...twice.map(({ collection, files }) => `The mapping of "${collection}": another one takes the files ${files} too.`))
  if (complaints.length > 0) throw new MappingError(complaints.join('\n'))
}
