import { randomBytes } from 'node:crypto'
import { mkdtempSync, rmSync } from 'node:fs'
import { tmpdir } from 'node:os'
import path from 'node:path'

import { getPayload, type Migration, type Payload, type SanitizedConfig } from 'payload'
import { inject } from 'vitest'

import { dropDatabase } from './postgresDatabases.ts'
import { withAppName } from './abortTransactions.ts'
import { withDatabase } from './withDatabase.ts'

/** Payload on a separate, empty database, with the schema and nothing else. */
export type Booted = {
  payload: Payload
  config: SanitizedConfig
  /** A folder for the test, removed by `close`. */
  folder: string
  close: () => Promise<void>
}

const databases = ['sqlite', 'mongodb', 'postgres'] as const

/** The database of this project of the test run. */
export const database = databases.find((kind) => kind === process.env.TEST_DATABASE) ?? 'sqlite'

/** Why tests with this database cannot run; undefined if they can. Pass it to `describe.skipIf`. */
export const skipped = (): string | undefined => {
  if (database === 'sqlite') return undefined
  const server = inject(database)
  return 'skipped' in server ? server.skipped : undefined
}

/** The URL of a database that does not exist yet: on the server of this project, or as a file in a folder. */
export const urlFor = (folder: string): string => {
  const server = database === 'sqlite' ? undefined : inject(database)
  const name = `test-${randomBytes(6).toString('hex')}`
  return server && 'url' in server
    ? withAppName(withDatabase(server.url, name), name)
    : `file:${path.join(folder, 'answerbook.db')}`
}

// Payload imports migrations natively, which Node 20 cannot do with TypeScript; Vite can.
const steps = import.meta.glob<{ up: Migration['up']; down: Migration['down'] }>(
  '../../migrations/{sqlite,mongodb,postgres}/*.ts',
)

/** The migrations of a database, in order. */
export const migrationsOf = async (kind: string): Promise<Migration[]> => {
  const own = Object.entries(steps).filter(([file]) => file.includes(`/${kind}/`))
  const loaded = await Promise.all(
    own.map(async ([file, load]) => ({ name: path.basename(file, '.ts'), ...(await load()) })),
  )
  return loaded.sort((a, b) => (a.name < b.name ? -1 : 1))
}

/**
 * Boots the app's own config on an empty database, with the schema migrated, and without content unless requested. Once
 * per test file, since the config reads its database when it is loaded.
 */
export const bootPayload = async ({ content = '' }: { content?: string } = {}): Promise<Booted> => {
  const folder = mkdtempSync(path.join(tmpdir(), 'answerbook-'))
  const databaseUrl = urlFor(folder)
  Object.assign(process.env, {
    CONTENT_DIR: content,
    CONTENT_ROOTS: path.join(folder, 'roots'),
    DATABASE_URL: databaseUrl,
    LOG_LEVEL: 'silent',
    MEDIA_DIR: path.join(folder, 'media'),
    WORK_DIR: path.join(folder, 'work'),
    PAYLOAD_SECRET: randomBytes(32).toString('hex'),
  })
  const config = await (await import('../../payload.config.ts')).default
  const { migrate } = await import('../../src/database/migrate.ts')
  // As the app gets it, so that requests to REST and GraphQL find the same instance.
  const payload = await getPayload({ config, disableOnInit: true })
  await migrate(payload, { migrations: await migrationsOf(database), withoutContent: content === '' })
  return {
    payload,
    config,
    folder,
    close: async () => {
      if (database === 'mongodb') await payload.db.connection.dropDatabase()
      await payload.destroy()
      if (database === 'postgres') await dropDatabase(databaseUrl)
      rmSync(folder, { force: true, recursive: true })
    },
  }
}
