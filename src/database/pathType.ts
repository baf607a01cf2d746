import type { MongooseAdapter } from '@payloadcms/db-mongodb'

type Schema = MongooseAdapter['collections'][string]['schema']

/** Mongoose's information about a path of a schema, including nested ones. */
export type PathType = { index: (isIndexed: boolean) => unknown; instance: string }

/** The type of a path; undefined if a schema does not have it, which Mongoose's own types ignore. */
export const pathType = (schema: Schema, path: string): PathType | undefined => schema.path(path)
