import { randomUUID } from 'node:crypto'
import { setTimeout as pause } from 'node:timers/promises'

import type { Payload } from 'payload'

import { fileLock } from './fileLock.ts'
import { poolOf } from './postgresConnections.ts'
import { connectionOf } from './sqliteConnections.ts'

type Pool = NonNullable<ReturnType<typeof poolOf>>
type Release = () => Promise<void>

/** Called once if another process is migrating the database. */
type OnWait = () => void

// The maximum time to wait for a process that no longer exists.
const holdMilliseconds = 30_000

const lockFile = async (file: string, onWait: () => void): Promise<Release> => {
  const lock = fileLock(`${file}-migration`)
  const release = await lock.take(onWait)
  return async () => {
    await release()
    lock.close()
  }
}

const isDuplicate = (error: unknown): boolean =>
  error instanceof Error && 'code' in error && error.code === 11_000

const lockDocument = async ({ db }: Payload, onWait: () => void): Promise<Release> => {
  const locks = db.connection.collection<{ _id: string; owner: string; until: Date }>('answerbook-locks')
  const owner = randomUUID()
  // By the database's clock: those of several servers differ.
  const claim = [{ $set: { owner, until: { $add: ['$$NOW', holdMilliseconds] } } }]
  const hold = (options = {}) => locks.updateOne({ _id: 'migration', owner }, claim, options)
  const take = async (): Promise<boolean> => {
    const expired = await locks.updateOne({ _id: 'migration', $expr: { $lt: ['$until', '$$NOW'] } }, claim)
    if (expired.matchedCount > 0) return true
    return hold({ upsert: true }).then(
      () => true,
      (error: unknown) => {
        if (isDuplicate(error)) return false
        throw error
      },
    )
  }
  while (!(await take())) {
    onWait()
    await pause(500)
  }
  const holding = setInterval(() => void hold().catch(() => undefined), holdMilliseconds / 3)
  return async () => {
    clearInterval(holding)
    await locks.deleteOne({ _id: 'migration', owner })
  }
}

// Identifies this program among all that take locks in the database; the letters `answ`.
const lockKey = 0x61_6e_73_77

/** Postgres releases the lock together with its connection. */
const lockDatabase = async (pool: Pool, onWait: () => void): Promise<Release> => {
  const client = await pool.connect()
  const take = async (): Promise<boolean> => {
    const { rows } = await client.query<{ taken: boolean }>('SELECT pg_try_advisory_lock($1) AS taken', [
      lockKey,
    ])
    return rows[0]?.taken === true
  }
  while (!(await take())) {
    onWait()
    await pause(500)
  }
  return async () => {
    await client.query('SELECT pg_advisory_unlock($1)', [lockKey])
    client.release()
  }
}

/** Locks a database with the mechanism of its kind. */
const lock = (payload: Payload, onWait: () => void): Promise<Release> => {
  const sqlite = connectionOf(payload.db)
  if (sqlite) return lockFile(sqlite.file, onWait)
  const pool = poolOf(payload.db)
  if (pool) return lockDatabase(pool, onWait)
  return payload.db.name === 'mongoose'
    ? lockDocument(payload, onWait)
    : Promise.resolve(() => Promise.resolve())
}

/**
 * Runs work that only one process may do at a time on a database, on whatever machine: others wait until it is done or
 * its process has ended. Databases of unknown kinds are not locked.
 */
export const whileOnlyMigrating = async <T>(
  payload: Payload,
  work: () => Promise<T>,
  onWait: OnWait = () => undefined,
): Promise<T> => {
  let isTold = false
  const tell = () => {
    if (isTold) return
    isTold = true
    onWait()
  }
  const release = await lock(payload, tell)
  try {
    return await work()
  } finally {
    await release()
  }
}
