import type { CollectionSlug, FlattenedField, Where } from 'payload'

/** The first relationship on a path, and the rest of the path in the related collection. */
export type Hop = {
  /** Path of the relation in its own collection. */
  path: string
  /** The rest of the path; empty if it ends with the relationship. */
  rest: string
  target: CollectionSlug
} & (
  | { kind: 'one' | 'many' }
  /** The targets point here, by this field of theirs; those outside of `where` do not count. */
  | { kind: 'join'; on: string; where?: Where }
)

type Fields = readonly FlattenedField[]

/** The segments of a path; GraphQL and some clients write `__` for a dot. */
export const segmentsOf = (path: string): string[] => path.replaceAll('__', '.').split('.')

const walk = (fields: Fields, before: string[], segments: string[]): Hop | undefined => {
  const [name = '', ...after] = segments
  const field = fields.find((candidate) => candidate.name === name)
  // Versions contain the document under this name.
  if (!field) return before.length === 0 && name === 'version' ? walk(fields, [name], after) : undefined
  if ('virtual' in field && typeof field.virtual === 'string')
    return walk(fields, before, [...field.virtual.split('.'), ...after])
  const path = [...before, name].join('.')
  const rest = after.join('.')
  switch (field.type) {
    case 'join': {
      const { collection: target, on, where } = field
      const isPolymorphic = Array.isArray(target) || Array.isArray(field.targetField.relationTo)
      return isPolymorphic ? undefined : { kind: 'join', path, rest, target, on, ...(where ? { where } : {}) }
    }
    case 'relationship':
    case 'upload': {
      const { hasMany, relationTo: target } = field
      return Array.isArray(target) ? undefined : { kind: hasMany ? 'many' : 'one', path, rest, target }
    }
    default:
      return 'flattenedFields' in field ? walk(field.flattenedFields, [...before, name], after) : undefined
  }
}

/** The first relationship to a single collection on a path; undefined if the path stays in its own collection. */
export const hopOf = (fields: Fields, path: string): Hop | undefined => walk(fields, [], segmentsOf(path))

// Fields whose value has properties that paths may name, although they are not fields.
const isDeep = ({ type }: FlattenedField): boolean => ['blocks', 'json', 'point', 'richText'].includes(type)

/** The field at the end of a path within one collection; undefined if there is none. */
export const fieldAt = (fields: Fields, path: string): FlattenedField | undefined => {
  const [name = '', ...after] = segmentsOf(path)
  const field = fields.find((candidate) => candidate.name === name)
  if (!field) return name === 'version' ? fieldAt(fields, after.join('.')) : undefined
  if (['relationship', 'upload', 'join'].includes(field.type)) return field
  if (after.length === 0 || isDeep(field)) return field
  return 'flattenedFields' in field ? fieldAt(field.flattenedFields, after.join('.')) : undefined
}
