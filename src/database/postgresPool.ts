import type { PostgresAdapter } from '@payloadcms/db-postgres'

import { queueStatements } from './queuedStatements.ts'

type Pool = PostgresAdapter['pool']

const connectMilliseconds = 10_000

const maxConnections = 20

/** How many transactions may be open at a time: what runs beside them needs connections too. */
export const maxTransactions = 16

/** How long a transaction or a statement waits for its turn, and in Postgres for a row that another transaction changes. */
export const waitMilliseconds = 30_000

/** How long a transaction may rest before it is taken to be left open by mistake and is rolled back, as in MongoDB. */
const restMilliseconds = 60_000

// A pool by transaction (PgBouncer, Supavisor) refuses both as parameters of the connection.
const settings = `SET lock_timeout = ${waitMilliseconds}; SET idle_in_transaction_session_timeout = ${restMilliseconds}`

// The pool waits for what it gives, whatever its type says.
const setUp: (client: { query: (text: string) => unknown }) => unknown = (client) => client.query(settings)

const codeOf = (error: unknown): unknown =>
  typeof error === 'object' && error !== null && 'code' in error ? error.code : undefined

const databaseIsMissing = '3D000'

// A host with several addresses gives the errors of all of them, and no message of its own.
const reasonOf = (error: unknown): string => {
  if (error instanceof AggregateError) return reasonOf(error.errors[0])
  return error instanceof Error ? error.message : String(error)
}

/** Connects once, to see whether that works; makes the database where the server does not have it yet. */
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
    // Of two processes that make it at once one fails, and finds it there.
    await adapter.createDatabase()
    await tryConnection(adapter, false)
  } finally {
    await client.end()
  }
}

/**
 * The connections of an adapter. Where the database cannot be used, throws one sentence that says why; a database that
 * does not exist is made. Payload's own pool keeps a connection for itself, and ends the process where the server closes one.
 * https://node-postgres.com/apis/pool#error
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
  // Whose connection is in use gets the error too, with its statement.
  pool.on('connect', (client) => {
    client.on('error', () => undefined)
    queueStatements(client)
  })
  pool.on('error', note)
  return pool
}
