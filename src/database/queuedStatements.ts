import { Mutex } from 'async-mutex'

/**
 * Lets each statement of a connection to Postgres wait for the one before. Payload runs several at once in a transaction, and
 * the next major version of the driver no longer queues them. https://github.com/brianc/node-postgres/pull/3603
 */
export const queueStatements = (client: { query: unknown }): void => {
  const { query } = client
  if (typeof query !== 'function') return
  const turns = new Mutex()
  client.query = (...args: unknown[]): unknown => {
    const run = (): unknown => Reflect.apply(query, client, args)
    // A statement with a callback is the pool's, alone on its connection.
    return typeof args.at(-1) === 'function' ? run() : turns.runExclusive(run)
  }
}
