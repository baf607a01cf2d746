import { randomUUID } from 'node:crypto'

import { inject } from 'vitest'

import { withDatabase } from '../helpers/withDatabase.ts'

/** A database to test an app on: `url` names a new one each time, and `skipped` is the reason if it is not available. */
export type AppDatabase = { name: string; url: () => string; skipped?: string }

const newName = (): string => `apps_${randomUUID().replaceAll('-', '').slice(0, 12)}`

const onServer = (name: 'mongodb' | 'postgres'): AppDatabase => {
  const server = inject(name)
  return 'skipped' in server
    ? { name, url: () => '', skipped: server.skipped }
    : { name, url: () => withDatabase(server.url, newName()) }
}

/** SQLite in a file of the app, and the database servers that are available. */
export const appDatabases: AppDatabase[] = [
  { name: 'sqlite', url: () => `file:${newName()}.db` },
  onServer('mongodb'),
  onServer('postgres'),
]
