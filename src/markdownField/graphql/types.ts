import type { GraphQLField } from 'graphql'
import type { Config } from 'payload'

/** The queries that an app may add to Payload's GraphQL schema. */
export type Extension = NonNullable<NonNullable<Config['graphQL']>['queries']>

/**
 * The GraphQL module that Payload creates its schema with. It is passed on and never imported, since it rejects objects
 * of another copy of itself.
 */
export type Graphql = Parameters<Extension>[0]

/** Payload's schema in progress, with all collections and globals. */
export type SchemaParts = Parameters<Extension>[1]

/** A field of a type in that schema. */
export type SchemaField = GraphQLField<unknown, unknown>
