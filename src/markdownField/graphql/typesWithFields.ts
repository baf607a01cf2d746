import type { GraphQLObjectType } from 'graphql'
import type { FlattenedField } from 'payload'

import type { NestedFields } from './nestedFields.ts'
import type { Graphql, SchemaParts } from './types.ts'

type Made = { type: GraphQLObjectType; versionType?: GraphQLObjectType } | undefined

const ofDocument = (
  { getNamedType, isObjectType }: Graphql,
  made: Made,
  fields: FlattenedField[],
): NestedFields[] => {
  if (!made) return []
  const version = getNamedType(made.versionType?.getFields().version?.type)
  return [{ type: made.type, fields }, ...(isObjectType(version) ? [{ type: version, fields }] : [])]
}

// Payload stores them by their index in the list, although its type promises their slug.
const typeOfGlobal = ({ graphQL }: SchemaParts['globals'], slug: string, index: number): Made =>
  graphQL ? (graphQL[slug] ?? graphQL[index]) : undefined

/** The GraphQL types of every collection and global and of their versions, with the fields that they were created from. */
export const typesWithFields = (graphql: Graphql, { collections, globals }: SchemaParts): NestedFields[] => [
  ...Object.values(collections).flatMap((collection) =>
    ofDocument(graphql, collection.graphQL, collection.config.flattenedFields),
  ),
  ...globals.config.flatMap(({ flattenedFields, slug }, index) =>
    ofDocument(graphql, typeOfGlobal(globals, slug, index), flattenedFields),
  ),
]
