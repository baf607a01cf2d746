import type { PostgresAdapter } from '@payloadcms/db-postgres'
import { Semaphore, withTimeout } from 'async-mutex'

import { BusyError } from './refusals.ts'

type Transactions = Pick<PostgresAdapter, 'beginTransaction' | 'commitTransaction' | 'rollbackTransaction'>

/** The object on which Drizzle runs the statements of a transaction, including COMMIT. */
type Statements = { execute: (...args: unknown[]) => PromiseLike<unknown> }

type Ending = { isCommitted: boolean; error?: unknown }

const hasStatements = (db: unknown): db is Statements =>
  typeof db === 'object' && db !== null && 'execute' in db && typeof db.execute === 'function'

const commandOf = (result: unknown): unknown =>
  typeof result === 'object' && result !== null && 'command' in result ? result.command : undefined

/**
 * Watches the statements that end a transaction. Postgres responds to the COMMIT of a failed one with ROLLBACK, without
 * an error.
 */
const watchEnding = (db: unknown): Ending => {
  const ending: Ending = { isCommitted: false }
  if (!hasStatements(db)) return ending
  const execute = db.execute.bind(db)
  db.execute = async (...args) => {
    try {
      const result = await execute(...args)
      if (commandOf(result) === 'COMMIT') ending.isCommitted = true
      return result
    } catch (error) {
      ending.error ??= error
      throw error
    }
  }
  return ending
}

const refuseToLose = ({ isCommitted, error }: Ending): void => {
  if (isCommitted) return
  const sentence =
    error === undefined
      ? 'Nothing was saved: a statement of the transaction had failed before.'
      : 'Nothing was saved: the database could not commit.'
  throw new Error(sentence, { cause: error })
}

/**
 * Transactions with a limit on how many are open, so that queries outside them find a connection: if all waited for one
 * more, they would wait for each other. Their commits throw if Postgres has not committed: because a statement failed
 * before, a deferred constraint was violated or the connection was lost. The adapter's own report success, so an editor
 * would see "saved" for data that is lost (payload#17726).
 */
export const checkedTransactions = (
  adapter: PostgresAdapter,
  maxConnections: number,
  idleTimeout: number,
): Transactions => {
  const begin: Transactions['beginTransaction'] = adapter.beginTransaction.bind(adapter)
  const commit: Transactions['commitTransaction'] = adapter.commitTransaction.bind(adapter)
  const rollback: Transactions['rollbackTransaction'] = adapter.rollbackTransaction.bind(adapter)
  const places = withTimeout(
    new Semaphore(maxConnections),
    idleTimeout,
    new BusyError('The database is busy: too many others are saving. Try again.'),
  )
  const open = new Map<string | number, () => void>()
  const leave = (id: string | number): void => {
    open.get(id)?.()
    open.delete(id)
  }
  return {
    beginTransaction: async (options) => {
      const [, release] = await places.acquire()
      const id = await begin(options).catch((error: unknown) => {
        release()
        throw error
      })
      if (id === null) release()
      else open.set(id, release)
      return id
    },
    commitTransaction: async (incoming) => {
      const id = await incoming
      const session = adapter.sessions[id]
      if (!session) return
      const ending = watchEnding(session.db)
      try {
        await commit(id)
      } finally {
        leave(id)
      }
      refuseToLose(ending)
    },
    rollbackTransaction: async (incoming) => {
      const id = await incoming
      try {
        await rollback(id)
      } finally {
        leave(id)
      }
    },
  }
}
