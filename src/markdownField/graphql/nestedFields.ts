import type { GraphQLObjectType, GraphQLOutputType } from 'graphql'
import type { FlattenedField } from 'payload'

import type { Graphql } from './types.ts'

/** The fields of a group, array, tab or block, and the GraphQL type that was created for them. */
export type NestedFields = { type: GraphQLObjectType; fields: FlattenedField[] }

/** The fields nested in a field whose GraphQL type is `output`; empty for a plain field. */
export const nestedFields = (
  { getNamedType, isObjectType, isUnionType }: Graphql,
  field: FlattenedField,
  output: GraphQLOutputType,
): NestedFields[] => {
  const type = getNamedType(output)
  if (field.type === 'blocks' && isUnionType(type)) {
    return field.blocks.flatMap(({ slug, flattenedFields }) => {
      const block = type.getTypes().find(({ extensions }) => extensions.blockSlug === slug)
      return block ? [{ type: block, fields: flattenedFields }] : []
    })
  }
  const isNested = field.type === 'group' || field.type === 'array' || field.type === 'tab'
  return isNested && isObjectType(type) ? [{ type, fields: field.flattenedFields }] : []
}
