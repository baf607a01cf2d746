import type { DatabaseAdapterObj } from 'payload'
import path from 'node:path'

import { mongoDatabase } from './mongoDatabase.ts'
import { postgresDatabase } from './postgresDatabase.ts'
import { sqliteDatabase } from './sqliteDatabase.ts'

/**
 * The database for a URL: SQLite for `file:…`, Postgres for `postgres://…`, MongoDB for `mongodb://…`, each with its
 * own folder of migrations.
 */
export const databaseFor = ({ url, migrations }: { url: string; migrations: string }): DatabaseAdapterObj => {
  if (url.startsWith('file:')) return sqliteDatabase({ url, migrationDir: path.join(migrations, 'sqlite') })
  return /^postgres(ql)?:/.test(url)
    ? postgresDatabase({ url, migrationDir: path.join(migrations, 'postgres') })
    : mongoDatabase({ url, migrationDir: path.join(migrations, 'mongodb') })
}

export { mongoDatabase } from './mongoDatabase.ts'
export { postgresDatabase } from './postgresDatabase.ts'
export { sqliteDatabase } from './sqliteDatabase.ts'
export { migrate, migrateDown, type MigrateOptions, pendingSteps } from './migrate.ts'
export { MigrationError } from './runSchemaStep.ts'
export { renameCollections } from './renameCollections.ts'
