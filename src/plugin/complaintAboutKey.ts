import type { CollectionConfig } from 'payload'

import { fieldsByPath } from '../documents/fieldsByPath.ts'
import type { Mapping } from '../mapping/types.ts'

const isUniqueTogether = ({ indexes = [] }: CollectionConfig, names: readonly string[]): boolean =>
  indexes.some(
    ({ fields, unique }) =>
      unique === true && fields.length === names.length && names.every((name) => fields.includes(name)),
  )

/** Complaint about a field that the collection does not have, or that another plugin has yet to add. */
export const noField = (name: string, where = ''): string =>
  `there is no field "${name}"${where}; if a plugin adds it, list that plugin before this one`

/** Why the key of a mapping does not identify documents; undefined if it does. */
export const complaintAboutKey = (
  { key, links, within }: Mapping,
  collection: CollectionConfig,
): string | undefined => {
  const fields = fieldsByPath(collection.fields)
  const field = fields.get(key)?.field
  if (!field || key === 'id') return undefined
  const isUnique = 'unique' in field && field.unique === true
  if (within === undefined)
    return isUnique || isUniqueTogether(collection, [key])
      ? undefined
      : `the key "${key}" may repeat: give its field "unique: true", or set "within" to the field within which it is unique`
  if (!fields.has(within)) return noField(within, ', which "within" names')
  if (links) return 'links need a globally unique key, so they cannot be combined with "within"'
  return isUnique || isUniqueTogether(collection, [within, key])
    ? undefined
    : `the key "${key}" may repeat within "${within}": give the collection "indexes: [{ fields: ['${within}', '${key}'], unique: true }]"`
}
