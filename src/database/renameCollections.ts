import type { MongooseAdapter } from '@payloadcms/db-mongodb'

type HasConnection = { db: Pick<MongooseAdapter, 'collections' | 'connection'> }

/**
 * Renames collections of a MongoDB database, by their old names; for a migration of an app whose slugs changed. A collection
 * that is not there, or was renamed already, is left alone; an empty one that Payload has made under the new name goes.
 * Indexes become those of the app. Throws if the new name holds documents.
 */
export const renameCollections = async (
  { db: { collections, connection } }: HasConnection,
  names: Readonly<Record<string, string>>,
): Promise<void> => {
  const known = new Set((await connection.listCollections()).map(({ name }) => name))
  for (const [from, to] of Object.entries(names)) {
    if (!known.has(from)) continue
    if (known.has(to)) {
      if ((await connection.collection(to).countDocuments({}, { limit: 1 })) > 0)
        throw new Error(`The collection ${from} cannot become ${to}, which already holds documents.`)
      await connection.collection(to).drop()
    }
    await connection.collection(from).rename(to)
    await collections[to]?.syncIndexes()
  }
}
