import { execFile } from 'node:child_process'
import { fileURLToPath } from 'node:url'
import { promisify } from 'node:util'
import { MongoMemoryReplSet } from 'mongodb-memory-server-core'
import { findOnPath } from './findOnPath.ts'
import { skipOrFail } from './skipOrFail.ts'
import type { Skipped } from './skipOrFail.ts'
import { withDatabase } from './withDatabase.ts'

/** A MongoDB with transactions: `url` returns the URL of a database on it, `stop` ends it if it was started here. */
export type Mongodb = { url: (databaseName: string) => string; stop: () => Promise<void> }

const installedByCi = fileURLToPath(new URL('../../.build/mongod/mongod', import.meta.url))

/**
 * Finds a MongoDB to test with: the one at TEST_MONGODB_URL, or a one-node replica set that is started from the first
 * mongod that runs: MONGOMS_SYSTEM_BINARY, on PATH, `.build/mongod/mongod`.
 * @returns The server, or why MongoDB tests are skipped.
 * @throws If there is none and ANSWERBOOK_REQUIRE_ALL=1, or if one exists but does not start.
 */
export const findMongodb = async (): Promise<Mongodb | Skipped> => {
  const given = process.env.TEST_MONGODB_URL ?? ''
  if (given !== '')
    return { url: (databaseName) => withDatabase(given, databaseName), stop: () => Promise.resolve() }
  const binaries = [process.env.MONGOMS_SYSTEM_BINARY ?? '', ...(await findOnPath(['mongod'])), installedByCi]
  for (const binary of binaries.filter(Boolean)) {
    const version = await versionOf(binary)
    if (version !== undefined) return start(binary, version)
  }
  const how = 'Set TEST_MONGODB_URL to a replica set, put mongod on PATH, or let .ci/run bring one.'
  return skipOrFail(`MongoDB tests skipped: no mongod runs here. ${how}`)
}

const versionOf = async (binary: string): Promise<string | undefined> => {
  try {
    const { stdout } = await promisify(execFile)(binary, ['--version'])
    return /db version v(\S+)/.exec(stdout)?.[1]
  } catch {
    return undefined
  }
}

const start = async (systemBinary: string, version: string): Promise<Mongodb> => {
  const server = await MongoMemoryReplSet.create({
    // The library logs a warning if it expects a version other than the installed one.
    binary: { systemBinary, version },
    replSet: {
      count: 1,
      storageEngine: 'wiredTiger',
      args: [
        ...['--wiredTigerCacheSizeGB', '0.5'],
        ...['--setParameter', 'diagnosticDataCollectionEnabled=false'],
        // Tests let commands fail.
        ...['--setParameter', 'enableTestCommands=1'],
      ],
    },
  })
  return {
    url: (databaseName) => withDatabase(server.getUri(), databaseName),
    stop: async () => {
      await server.stop({ doCleanup: true, force: true })
    },
  }
}
