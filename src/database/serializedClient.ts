import {
  type Client,
  type Config,
  createClient,
  type InArgs,
  type InStatement,
  type TransactionMode,
} from '@libsql/client'
import { Mutex, withTimeout } from 'async-mutex'

/** A transaction of a client: whether its COMMIT failed, and why. */
export type OpenTransaction = { commitError?: unknown }

export type SerializedClient = {
  client: Client
  /** The transaction that is open now; there is one at a time. */
  open: () => OpenTransaction | undefined
}

const waitMilliseconds = 30_000
const busy = new Error('The database is busy: another save took longer than 30 seconds. Try again.')

// Production bundles this file a second time for Next; only the global object is shared.
const registry = Symbol.for('answerbook.sqlite.writers')

const writerOf = (url: string): Mutex => {
  const known: unknown = Reflect.get(globalThis, registry)
  const writers = known instanceof Map ? known : new Map<string, Mutex>()
  Reflect.set(globalThis, registry, writers)
  const writer: unknown = writers.get(url)
  if (writer instanceof Mutex) return writer
  const created = new Mutex()
  writers.set(url, created)
  return created
}

const isRead = (sql: string): boolean => /^\s*(select|explain|pragma)\b/i.test(sql)

/**
 * A libSQL client on which one writer at a time works: transactions and single writes of a process wait for each
 * other in order, instead of failing because the database is locked. Reads never wait. Other processes are waited
 * for by SQLite itself, for the `timeout` of the configuration.
 */
export const serializedClient = (config: Config): SerializedClient => {
  const inner = createClient(config)
  const writer = withTimeout(writerOf(config.url), waitMilliseconds, busy)
  let open: OpenTransaction | undefined

  const execute = (statement: InStatement | string, args?: InArgs) => {
    const full = typeof statement === 'string' ? { sql: statement, args: args ?? [] } : statement
    return isRead(full.sql) ? inner.execute(full) : writer.runExclusive(() => inner.execute(full))
  }

  const transaction = async (mode: TransactionMode = 'write') => {
    const release = await writer.acquire()
    try {
      const opened = await inner.transaction(mode)
      const current: OpenTransaction = {}
      const close = opened.close.bind(opened)
      const commit = opened.commit.bind(opened)
      const rollback = opened.rollback.bind(opened)
      const end = () => {
        if (open === current) open = undefined
        release()
      }
      open = current
      return Object.assign(opened, {
        close: () => {
          close()
          end()
        },
        commit: () =>
          commit()
            .catch((error: unknown) => {
              current.commitError = error
              // The connection of a COMMIT that failed stays where it was: it reads what is stale and blocks others.
              if (!inner.closed) inner.reconnect()
              throw error
            })
            .finally(end),
        rollback: () => rollback().finally(end),
      })
    } catch (error) {
      release()
      throw error
    }
  }

  const client: Client = {
    batch: (statements, mode) => writer.runExclusive(() => inner.batch(statements, mode)),
    close: () => inner.close(),
    get closed() {
      return inner.closed
    },
    execute,
    executeMultiple: (sql) => writer.runExclusive(() => inner.executeMultiple(sql)),
    migrate: (statements) => writer.runExclusive(() => inner.migrate(statements)),
    protocol: inner.protocol,
    reconnect: () => inner.reconnect(),
    sync: () => inner.sync(),
    transaction,
  }
  return { client, open: () => open }
}
