import type { MongooseAdapter } from '@payloadcms/db-mongodb'

type Schema = MongooseAdapter['collections'][string]['schema']

/** What Mongoose knows of a path of a schema, nested ones too. */
export type PathType = { index: (isIndexed: boolean) => unknown; instance: string }

/** The type of a path; undefined where a schema has none, which Mongoose's own types leave out. */
export const pathType = (schema: Schema, path: string): PathType | undefined => schema.path(path)
