import type { GraphQLArgument, GraphQLObjectType, GraphQLResolveInfo } from 'graphql'

import { convertMarkdown } from '../formats/convertMarkdown.ts'
import { isMarkdownFormat } from '../formats/markdownFormats.ts'
import { markdownFieldsOf } from './markdownFieldsOf.ts'
import type { Extension, Graphql, SchemaField } from './types.ts'
import { typesWithFields } from './typesWithFields.ts'

const values = {
  MARKDOWN: { value: 'markdown', description: 'The stored Markdown.' },
  HTML: { value: 'html', description: 'Sanitized HTML, with formulas rendered by KaTeX.' },
  TEXT: { value: 'text', description: 'Plain text.' },
  LEXICAL: { value: 'lexical', description: "The JSON of Payload's rich text, as a string." },
}

// GraphQL converts argument definitions only when a whole type is created.
const formatArgument = ({
  GraphQLEnumType,
  GraphQLObjectType,
  GraphQLString,
}: Graphql): readonly GraphQLArgument[] => {
  const type = new GraphQLEnumType({ name: 'MarkdownFormat', values })
  const args = { format: { type, defaultValue: 'markdown' } }
  const { field } = new GraphQLObjectType({
    name: 'WithFormat',
    fields: { field: { type: GraphQLString, args } },
  }).getFields()
  return field?.args ?? []
}

/** A conversion adds as much to a query's complexity as a relationship. */
const complexity = ({ args }: { args: { format?: unknown } }): number => (args.format === 'markdown' ? 1 : 10)

const offerFormat = (
  { defaultFieldResolver }: Graphql,
  field: SchemaField,
  args: readonly GraphQLArgument[],
): void => {
  const resolve = field.resolve ?? defaultFieldResolver
  Object.assign(field, {
    args: [...field.args, ...args],
    extensions: { complexity, ...field.extensions },
    resolve: async (
      source: unknown,
      given: Record<string, unknown>,
      context: unknown,
      info: GraphQLResolveInfo,
    ): Promise<unknown> => {
      const value: unknown = await resolve(source, given, context, info)
      const { format } = given
      return typeof value === 'string' && isMarkdownFormat(format) ? convertMarkdown(value, format) : value
    },
  })
}

/**
 * Gives every Markdown field of Payload's GraphQL schema the argument `format`, and adds the app's own queries. Payload
 * has no option for arguments of fields, but passes on its finished types before it creates the schema.
 */
export const offerFormats =
  (queries?: Extension): Extension =>
  (graphql, parts) => {
    const seen = new Set<GraphQLObjectType>()
    const fields = typesWithFields(graphql, parts).flatMap((type) => markdownFieldsOf(graphql, type, seen))
    const args = formatArgument(graphql)
    for (const field of fields) offerFormat(graphql, field, args)
    return queries?.(graphql, parts) ?? {}
  }
