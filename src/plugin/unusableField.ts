import type { CollectionConfig } from 'payload'

import type { MappedField } from '../mapping/mappedFields.ts'
import type { Codec } from '../mapping/types.ts'
import { fieldsByPath, type PlacedField } from '../documents/fieldsByPath.ts'

/** Why a field cannot be stored in a file, whatever its codec; `undefined` if it can. */
export const unusable = (
  { field, isLocalized }: PlacedField,
  { codec, hasLocales }: { codec: Codec | undefined; hasLocales: boolean },
): string | undefined => {
  if (isLocalized && hasLocales)
    return 'is localized; set "locales" in the mapping, and use {locale} in "files" so that each locale has a file'
  if (field.type === 'richText') return 'is rich text; use markdownField() to keep Markdown as it is written'
  if (field.type === 'array' && codec?.row !== undefined) {
    const isThere = fieldsByPath(field.fields).get(codec.row)?.field.type === 'text'
    return isThere ? undefined : `has no text "${codec.row}" in its rows`
  }
  if (field.type === 'array') return 'is of type array; use the codec rows() for a list of texts'
  if (codec?.row !== undefined) return 'is not an array, which the codec rows() needs'
  if (['blocks', 'group', 'join'].includes(field.type)) return `is of type ${field.type}`
  return undefined
}

/**
 * Why a field cannot be part of a path: paths consist of texts, so other fields need a codec there, and fields of a
 * related document need its relationship.
 */
export const unusableInPath = (
  { codec, path }: MappedField,
  collection: CollectionConfig,
): string | undefined => {
  const fields = fieldsByPath(collection.fields)
  const [top = ''] = path.split('.')
  const { type } = fields.get(path)?.field ?? {}
  if (!codec && (type === 'date' || type === 'number'))
    return `the path names the ${type} "${path}"; give it a codec in "pathCodecs", such as ${type === 'date' ? 'day' : 'number'}`
  if (top === path || fields.get(top)?.field.type !== 'relationship') return undefined
  return `the path names {${path}}, and no key is bound to the relationship "${top}"; bind one to it with the codec relation()`
}
