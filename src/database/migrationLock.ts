import { setTimeout as wait } from 'node:timers/promises'
import { pathToFileURL } from 'node:url'

import { createClient } from '@libsql/client'
import type { Payload } from 'payload'

import type { OnProgress } from '../store/phases.ts'
import { connectionOf } from './sqliteConnections.ts'

const pollMilliseconds = 500

const isBusy = (error: unknown): boolean =>
  error instanceof Error && 'code' in error && String(error.code).startsWith('SQLITE_BUSY')

// A connection that met BUSY keeps its statement open, so each try has one of its own.
const tryToLock = async (file: string): Promise<{ release: () => void } | undefined> => {
  const client = createClient({ url: pathToFileURL(file).href, timeout: 0 })
  try {
    const held = await client.transaction('write')
    return {
      release: () => {
        held.close()
        client.close()
      },
    }
  } catch (error) {
    client.close()
    if (isBusy(error)) return undefined
    throw error
  }
}

/**
 * Does work while no other process migrates the same SQLite file; waits for one that does. The lock is that of a file
 * of SQLite's own beside the database, `NAME-migrating`, so it goes with the process that holds it, however that ends.
 * Databases without schema steps need none, and the work just runs.
 */
export const withMigrationLock = async <T>(
  payload: Payload,
  onProgress: OnProgress | undefined,
  work: () => Promise<T>,
): Promise<T> => {
  const connection = connectionOf(payload.db)
  if (!connection) return work()
  for (;;) {
    const lock = await tryToLock(`${connection.file}-migrating`)
    if (lock) return work().finally(lock.release)
    onProgress?.({ phase: 'wait', done: 0, about: 'another process that migrates this database' })
    await wait(pollMilliseconds)
  }
}
