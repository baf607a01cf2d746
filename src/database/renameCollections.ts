import type { MongooseAdapter } from '@payloadcms/db-mongodb'

type HasConnection = { db: Pick<MongooseAdapter, 'collections' | 'connection'> }

/**
 * Renames collections of a MongoDB database, by their old names; for a migration of an app whose slugs have changed. A
 * collection that does not exist or was already renamed is skipped; an empty one that Payload has created under the new
 * name is dropped. Indexes become those of the app. Throws if the new name already contains documents.
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
        throw new Error(
          `The collection ${from} cannot be renamed to ${to}, which already contains documents.`,
        )
      await connection.collection(to).drop()
    }
    await connection.collection(from).rename(to)
    await collections[to]?.syncIndexes()
  }
}
