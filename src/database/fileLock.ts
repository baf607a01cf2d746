import { setTimeout as pause } from 'node:timers/promises'

import { type Client, createClient, LibsqlError } from '@libsql/client'

/** Whether SQLite refused because somebody else has the file, or took its connection away for that reason. */
export const isBusy = (error: unknown): boolean =>
  error instanceof LibsqlError && (error.code.startsWith('SQLITE_BUSY') || error.code === 'CLIENT_CLOSED')

/** Told of a wait, with its milliseconds so far. Throws to end it. */
export type OnWait = (waited: number) => void

/** Tries again at random intervals of some milliseconds while the file is busy. SQLite's own waiting would stop the event loop. */
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

/** Throws where somebody is writing to the file. Unlike BEGIN alone, it leaves no statement behind then. */
export const probe = (client: Client): Promise<void> => client.executeMultiple('BEGIN IMMEDIATE; ROLLBACK')

/** A lock between processes. The operating system frees it when its holder ends, in whatever way. */
export type FileLock = {
  /** Waits for the lock. Returns what gives it back. */
  take: (onWait: OnWait) => Promise<() => Promise<void>>
  close: () => void
}

/** A lock in a file of its own, an empty SQLite database. */
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
