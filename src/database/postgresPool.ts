import type { PostgresAdapter } from '@payloadcms/db-postgres'

import { queueStatements } from './queuedStatements.ts'
import { releaseIfUnbegun } from './unbegunTransactions.ts'

type Pool = PostgresAdapter['pool']

const connectMilliseconds = 10_000

const maxConnections = 20

/** Maximum number of open transactions: queries outside transactions need connections too. */
export const maxTransactions = 16

/**
 * How long a transaction or a statement waits for its turn, and in Postgres for a row that another transaction is
 * changing.
 */
export const waitMilliseconds = 30_000

/** How long a transaction may be idle before it counts as left open by mistake and is rolled back, as in MongoDB. */
const restMilliseconds = 60_000

// A transaction pooler (PgBouncer, Supavisor) rejects both as connection parameters.
const settings = `SET lock_timeout = ${waitMilliseconds}; SET idle_in_transaction_session_timeout = ${restMilliseconds}`

// The pool awaits the returned promise, whatever its type says.
const setUp: (client: { query: (text: string) => unknown }) => unknown = (client) => client.query(settings)

const codeOf = (error: unknown): unknown =>
  typeof error === 'object' && error !== null && 'code' in error ? error.code : undefined

const databaseIsMissing = '3D000'

// For a host with several addresses, the error contains those of all addresses, and has no message of its own.
const reasonOf = (error: unknown): string => {
  if (error instanceof AggregateError) return reasonOf(error.errors[0])
  return error instanceof Error ? error.message : String(error)
}

/** Connects once to test the connection, and creates the database if it does not exist yet. */
const tryConnection = async (adapter: PostgresAdapter, mayMake = true): Promise<void> => {
  const client = new adapter.pg.Client({
    ...adapter.poolOptions,
    connectionTimeoutMillis: connectMilliseconds,
  })
  try {
    await client.connect()
  } catch (error) {
    if (!mayMake || codeOf(error) !== databaseIsMissing)
      throw new Error(`Postgres cannot be used: ${reasonOf(error)}`, { cause: error })
    // If two processes create it at the same time, one fails and then finds it.
    await adapter.createDatabase()
    await tryConnection(adapter, false)
  } finally {
    await client.end()
  }
}

/**
 * The connections of an adapter. If the database cannot be used, throws a single message with the reason; a database
 * that does not exist is created. Payload's own pool occupies a connection permanently (payload#11727), and ends the
 * process if the server closes one. https://node-postgres.com/apis/pool#error
 */
export const openPool = async (adapter: PostgresAdapter): Promise<Pool> => {
  await tryConnection(adapter)
  const pool = new adapter.pg.Pool({
    ...adapter.poolOptions,
    max: maxConnections,
    connectionTimeoutMillis: waitMilliseconds,
    onConnect: setUp,
  })
  const note = (error: Error): void =>
    adapter.payload.logger.warn({ err: error, msg: 'Postgres has closed a connection.' })
  // A connection in use reports the error with its statement as well.
  pool.on('connect', (client) => {
    client.on('error', () => undefined)
    queueStatements(client)
    releaseIfUnbegun(client)
  })
  pool.on('error', note)
  return pool
}
