import { configToSchema } from '@payloadcms/graphql'
import type { GraphQLInputType, GraphQLOutputType } from 'graphql'
import type { SanitizedConfig } from 'payload'

// Types are distinguished by their properties: those of Payload's schema come from another copy of the package than a
// test gets.
const isRequired = (type: GraphQLInputType): boolean => String(type).endsWith('!')

// A value for each type, as written in a query: required parts only.
const literalOf = (type: GraphQLInputType): string => {
  if (String(type).startsWith('[')) return '[]'
  if ('ofType' in type) return literalOf(type.ofType)
  if ('getValues' in type) return type.getValues()[0]?.name ?? 'null'
  if ('getFields' in type) {
    const required = Object.values(type.getFields()).filter((field) => isRequired(field.type))
    return `{ ${required.map((field) => `${field.name}: ${literalOf(field.type)}`).join(', ')} }`
  }
  const literals: Record<string, string> = { Boolean: 'true', Int: '1', Float: '1', JSON: '{}' }
  return literals[type.name] ?? '"editor@example.com"'
}

const hasFields = (type: GraphQLOutputType): boolean =>
  'ofType' in type ? hasFields(type.ofType) : 'getFields' in type || 'getTypes' in type

/** Every mutation of the schema by name, as a query with the arguments that it requires. */
export const mutationsOf = (config: SanitizedConfig): Record<string, string> => {
  const fields = configToSchema(config).schema.getMutationType()?.getFields() ?? {}
  const queries = Object.entries(fields).map(([name, { args, type }]) => {
    const given = args
      .filter((argument) => isRequired(argument.type) || ['data', 'email'].includes(argument.name))
      .map((argument) => `${argument.name}: ${literalOf(argument.type)}`)
    const call = given.length > 0 ? `${name}(${given.join(', ')})` : name
    return [name, `mutation { ${call}${hasFields(type) ? ' { __typename }' : ''} }`]
  })
  return Object.fromEntries(queries)
}
