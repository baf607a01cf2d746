import { setTimeout as pause } from 'node:timers/promises'

import { type Client, createClient, LibsqlError } from '@libsql/client'

/** Whether SQLite refused because the file is in use, or closed a connection for that reason. */
export const isBusy = (error: unknown): boolean =>
  error instanceof LibsqlError && (error.code.startsWith('SQLITE_BUSY') || error.code === 'CLIENT_CLOSED')

/** Called while waiting, with the milliseconds so far. Throws to stop waiting. */
export type OnWait = (waited: number) => void

/**
 * Retries at random intervals of some milliseconds while the file is busy. SQLite's own waiting would block the event
 * loop.
 */
export const whileBusy = async <T>(attempt: () => Promise<T>, onWait: OnWait): Promise<T> => {
  const began = performance.now()
  for (;;) {
    try {
      return await attempt()
    } catch (error) {
      if (!isBusy(error)) throw error
      onWait(performance.now() - began)
      await pause(5 + Math.random() * 10)
    }
  }
}

/** Throws if somebody is writing to the file. Unlike a plain BEGIN, it leaves no statement behind. */
export const probe = (client: Client): Promise<void> => client.executeMultiple('BEGIN IMMEDIATE; ROLLBACK')

/** A lock between processes. The operating system releases it when its holder ends, for whatever reason. */
export type FileLock = {
  /** Waits for the lock. Returns a function that releases it. */
  take: (onWait: OnWait) => Promise<() => Promise<void>>
  close: () => void
}

/** A lock implemented as a file of its own, an empty SQLite database. */
export const fileLock = (file: string): FileLock => {
  const client = createClient({ url: `file:${file}`, timeout: 0, concurrency: 1 })
  const lock = async () => {
    await probe(client)
    return client.transaction('write')
  }
  return {
    take: async (onWait) => {
      const held = await whileBusy(lock, onWait)
      return () => held.rollback()
    },
    close: () => client.close(),
  }
}
