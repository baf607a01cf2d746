import type { Client } from '@libsql/client'

import { fileLock, isBusy, probe, whileBusy } from './fileLock.ts'
import { BusyError } from './refusals.ts'
import { waitMilliseconds } from './writerQueue.ts'

type Run = <T>(client: Client, work: () => Promise<T>) => Promise<T>

/** Coordinates the processes that use the same file. */
export type CrossProcessLine = {
  /** Runs a read; SQLite blocks readers only briefly, such as after a crash. */
  reading: Run
  /** Runs a write, or opens a transaction, once no other process is writing. If it is refused, it runs again. */
  writing: Run
  close: () => void
}

// A statement that met BUSY is never finalized: its connection reads stale data, and its COMMITs fail
// (libsql-client-ts#352).
const renewing: Run = async (client, work) => {
  try {
    return await work()
  } catch (error) {
    if (isBusy(error) && !client.closed) client.reconnect()
    throw error
  }
}

/**
 * Waits up to 30 seconds for other processes, without blocking the event loop, then throws an error for users. Whoever
 * waits is next: a process that writes without pause queues up behind a waiting one.
 */
export const crossProcessLine = (file: string): CrossProcessLine => {
  const line = fileLock(`${file}-queue`)
  const onWaitFor = (client: Client) => (waited: number) => {
    if (client.closed) throw new Error(`${file} is closed.`)
    if (waited < waitMilliseconds) return
    throw new BusyError(
      `Another process has been writing to ${file} for 30 seconds. Try again when it is done.`,
    )
  }
  return {
    reading: (client, work) => whileBusy(() => renewing(client, work), onWaitFor(client)),
    writing: async (client, work) => {
      const onWait = onWaitFor(client)
      const leave = await line.take(onWait)
      try {
        return await whileBusy(() => renewing(client, () => probe(client).then(work)), onWait)
      } finally {
        await leave()
      }
    },
    close: () => line.close(),
  }
}
