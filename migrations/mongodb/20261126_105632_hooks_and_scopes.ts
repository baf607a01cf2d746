import type { MigrateDownArgs, MigrateUpArgs } from '@payloadcms/db-mongodb'

const pathAlone = 'path_1'

/** Gives files that were there before a scope, which their paths are unique in from now on. */
export async function up({ payload }: MigrateUpArgs): Promise<void> {
  const files = payload.db.connection.collection('files')
  await files.updateMany({ scope: { $exists: false } }, { $set: { scope: '' } })
  const names = (await files.indexes()).map(({ name }) => name)
  if (names.includes(pathAlone)) await files.dropIndex(pathAlone)
}

/** Makes paths unique again. */
export async function down({ payload }: MigrateDownArgs): Promise<void> {
  await payload.db.connection.collection('files').createIndex({ path: 1 }, { name: pathAlone, unique: true })
}
