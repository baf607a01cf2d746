import { randomBytes } from 'node:crypto'
import { mkdtempSync, rmSync } from 'node:fs'
import { tmpdir } from 'node:os'
import path from 'node:path'

import { getPayload, type Migration, type Payload, type SanitizedConfig } from 'payload'
import { inject } from 'vitest'

import { withDatabase } from './withDatabase.ts'

/** Payload on an empty database of its own, with the schema and nothing else. */
export type Booted = {
  payload: Payload
  config: SanitizedConfig
  /** A folder of the test's own, gone after `close`. */
  folder: string
  close: () => Promise<void>
}

/** Which database this project of the test run is for. */
export const database = process.env.TEST_DATABASE === 'mongodb' ? 'mongodb' : 'sqlite'

/** Why tests with this database cannot run; undefined where they can. Give it to `describe.skipIf`. */
export const skipped = (): string | undefined => {
  if (database === 'sqlite') return undefined
  const mongodb = inject('mongodb')
  return 'skipped' in mongodb ? mongodb.skipped : undefined
}

/** The url of a database of its own, in a folder where that is a file. */
export const urlFor = (folder: string): string => {
  const mongodb = inject('mongodb')
  if (database === 'mongodb' && 'url' in mongodb)
    return withDatabase(mongodb.url, `test-${randomBytes(6).toString('hex')}`)
  return `file:${path.join(folder, 'answerbook.db')}`
}

// Payload imports migrations natively, which Node 20 cannot do with TypeScript; Vite can.
const steps = import.meta.glob<{ up: Migration['up']; down: Migration['down'] }>(
  '../../migrations/{sqlite,mongodb}/*.ts',
)

/** The migrations of a database, in their order. */
export const migrationsOf = async (kind: string): Promise<Migration[]> => {
  const own = Object.entries(steps).filter(([file]) => file.includes(`/${kind}/`))
  const loaded = await Promise.all(
    own.map(async ([file, load]) => ({ name: path.basename(file, '.ts'), ...(await load()) })),
  )
  return loaded.sort((a, b) => (a.name < b.name ? -1 : 1))
}

/**
 * Boots the app's own config on an empty database: schema migrated, content left out unless asked for. Once per test
 * file, since the config reads its database when it is loaded.
 */
export const bootPayload = async ({ content = '' }: { content?: string } = {}): Promise<Booted> => {
  const folder = mkdtempSync(path.join(tmpdir(), 'answerbook-'))
  Object.assign(process.env, {
    CONTENT_DIR: content,
    DATABASE_URL: urlFor(folder),
    LOG_LEVEL: 'silent',
    MEDIA_DIR: path.join(folder, 'media'),
    PAYLOAD_SECRET: randomBytes(32).toString('hex'),
  })
  const config = await (await import('../../payload.config.ts')).default
  const { migrate } = await import('../../src/database/migrate.ts')
  // As the app gets it, so that requests to REST and GraphQL find the same one.
  const payload = await getPayload({ config, disableOnInit: true })
  await migrate(payload, { migrations: await migrationsOf(database), withoutContent: content === '' })
  return {
    payload,
    config,
    folder,
    close: async () => {
      if (database === 'mongodb') await payload.db.connection.dropDatabase()
      await payload.destroy()
      rmSync(folder, { force: true, recursive: true })
    },
  }
}
