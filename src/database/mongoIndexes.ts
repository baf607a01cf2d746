import type { MongooseAdapter } from '@payloadcms/db-mongodb'

import { draftIndexes, type VersionColumn } from './draftIndexes.ts'
import { pathType } from './pathType.ts'

type Model = MongooseAdapter['collections'][string]
type Keys = Record<string, 1 | -1>

const pathOf = ({ of, name }: VersionColumn): string => (of === 'version' ? name : `version.${name}`)

const keysOf = (columns: readonly VersionColumn[]): Keys =>
  Object.fromEntries(columns.map((column) => [pathOf(column), 1]))

// MongoDB's own name for an index, which Mongoose looks for.
const nameOf = (keys: object): string =>
  Object.entries(keys)
    .map(([path, direction]) => `${path}_${String(direction)}`)
    .join('_')

const notFound = new Set([26, 27])

const drop = async (model: Model, keys: object): Promise<void> => {
  try {
    await model.collection.dropIndex(nameOf(keys))
  } catch (error) {
    const code: unknown = error instanceof Error && 'code' in error ? error.code : undefined
    if (!(typeof code === 'number' && notFound.has(code))) throw error
  }
}

/** Removes the indexes from a schema that match a rule; returns their keys. */
const removeIndexes = ({ schema }: Model, isUseless: (paths: readonly string[]) => boolean): object[] => {
  const all = schema.indexes()
  const useless = all.filter(([keys, options]) => options.unique !== true && isUseless(Object.keys(keys)))
  for (const [keys] of useless) {
    schema.removeIndex(keys)
    for (const path of Object.keys(keys))
      if (Object.keys(keys).length === 1) pathType(schema, path)?.index(false)
  }
  return useless.map(([keys]) => keys)
}

/**
 * Replaces Payload's indexes in MongoDB with those that the real queries of lists and saves need: adds them to the
 * schemas, for Mongoose to build, and drops the ones that they replace. Run it when the connection is open.
 */
export const indexForLists = async (adapter: MongooseAdapter): Promise<void> => {
  for (const config of adapter.payload.config.collections) {
    const documents = adapter.collections[config.slug]
    const versions = adapter.versions[config.slug]
    const { added, replaced } = draftIndexes(config)
    const few = new Set(['_status', 'deletedAt'])
    const gone = new Set(replaced.map(pathOf))
    if (documents) {
      const useless = removeIndexes(
        documents,
        ([first = '', ...others]) => others.length === 0 && few.has(first),
      )
      for (const keys of useless) await drop(documents, keys)
    }
    if (!versions || added.length === 0) continue
    // Payload repeats the compound indexes of documents for versions, without `latest`; no query uses them.
    const useless = removeIndexes(versions, ([first = '', ...others]) => others.length > 0 || gone.has(first))
    for (const keys of [...useless, { latest: 1, 'version.deletedAt': 1, updatedAt: -1 }])
      await drop(versions, keys)
    for (const columns of added) versions.schema.index(keysOf(columns))
  }
}
