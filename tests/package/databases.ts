import { randomUUID } from 'node:crypto'

import { inject } from 'vitest'

import { withDatabase } from '../helpers/withDatabase.ts'

/** A database that an app is tried on: `url` names a new one each time, `skipped` says why it cannot be tried here. */
export type AppDatabase = { name: string; url: () => string; skipped?: string }

const newName = (): string => `apps_${randomUUID().replaceAll('-', '').slice(0, 12)}`

const mongodb = inject('mongodb')
const postgres = process.env.TEST_POSTGRES_URL ?? ''

/** SQLite in a file of the app, and the servers that are there. */
export const appDatabases: AppDatabase[] = [
  { name: 'sqlite', url: () => `file:${newName()}.db` },
  'skipped' in mongodb
    ? { name: 'mongodb', url: () => '', skipped: mongodb.skipped }
    : { name: 'mongodb', url: () => withDatabase(mongodb.url, newName()) },
  postgres === ''
    ? { name: 'postgres', url: () => '', skipped: 'Set TEST_POSTGRES_URL to a server.' }
    : {
        name: 'postgres',
        url: () => {
          const url = new URL(postgres)
          url.pathname = newName()
          return url.href
        },
      },
]
