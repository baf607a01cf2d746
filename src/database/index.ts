import type { DatabaseAdapterObj } from 'payload'
import path from 'node:path'

import { mongoDatabase } from './mongoDatabase.ts'
import { sqliteDatabase } from './sqliteDatabase.ts'

/** The database that a url names: SQLite for `file:…`, MongoDB for `mongodb://…`; migrations in a folder for each. */
export const databaseFor = ({ url, migrations }: { url: string; migrations: string }): DatabaseAdapterObj =>
  url.startsWith('file:')
    ? sqliteDatabase({ url, migrationDir: path.join(migrations, 'sqlite') })
    : mongoDatabase({ url, migrationDir: path.join(migrations, 'mongodb') })

export { mongoDatabase } from './mongoDatabase.ts'
export { sqliteDatabase } from './sqliteDatabase.ts'
export { migrate, migrateDown, type MigrateOptions, pendingSteps } from './migrate.ts'
export { MigrationError } from './runSchemaStep.ts'
export { renameCollections } from './renameCollections.ts'
