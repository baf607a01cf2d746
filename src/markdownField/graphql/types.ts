import type { GraphQLField } from 'graphql'
import type { Config } from 'payload'

/** What an app may add to Payload's GraphQL. */
export type Extension = NonNullable<NonNullable<Config['graphQL']>['queries']>

/**
 * The GraphQL module that Payload makes its schema with. It is handed on and never imported, since the module refuses
 * what another copy of it has made.
 */
export type Graphql = Parameters<Extension>[0]

/** Payload's schema in the making, all collections and globals done. */
export type SchemaParts = Parameters<Extension>[1]

/** A field of a type in that schema. */
export type SchemaField = GraphQLField<unknown, unknown>
