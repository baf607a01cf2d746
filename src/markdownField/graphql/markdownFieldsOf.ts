import type { GraphQLObjectType } from 'graphql'
import type { FlattenedField } from 'payload'

import { convertOnRequest } from '../formats/convertOnRequest.ts'
import { nestedFields, type NestedFields } from './nestedFields.ts'
import type { Graphql, SchemaField } from './types.ts'

const isMarkdown = (field: FlattenedField): boolean =>
  'hooks' in field && field.hooks?.afterRead?.includes(convertOnRequest) === true

// A field whose name is invalid in GraphQL gets another name, and an extension with the original one.
const fieldNamed = (type: GraphQLObjectType, name: string): SchemaField | undefined => {
  const fields: Record<string, SchemaField | undefined> = type.getFields()
  const isRenamed = (field: SchemaField | undefined): boolean => {
    const origin: unknown = field?.extensions.field
    return typeof origin === 'object' && origin !== null && 'name' in origin && origin.name === name
  }
  return fields[name] ?? Object.values(fields).find(isRenamed)
}

/**
 * The GraphQL fields that hold Markdown, at any depth of groups, arrays and blocks. `seen` collects the types that were
 * visited: some occur in several places, and none is visited twice.
 */
export const markdownFieldsOf = (
  graphql: Graphql,
  { type, fields }: NestedFields,
  seen: Set<GraphQLObjectType>,
): SchemaField[] => {
  if (seen.has(type)) return []
  seen.add(type)
  return fields.flatMap((field) => {
    const target = fieldNamed(type, field.name)
    if (!target) return []
    if (isMarkdown(field)) return [target]
    return nestedFields(graphql, field, target.type).flatMap((nested) =>
      markdownFieldsOf(graphql, nested, seen),
    )
  })
}
