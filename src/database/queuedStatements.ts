import { Mutex } from 'async-mutex'

/**
 * Makes each statement of a Postgres connection wait for the previous one. Payload runs several at once in a
 * transaction (payload#16333), and the next major version of the driver no longer queues them (node-postgres#3603).
 */
export const queueStatements = (client: { query: unknown }): void => {
  const { query } = client
  if (typeof query !== 'function') return
  const turns = new Mutex()
  client.query = (...args: unknown[]): unknown => {
    const run = (): unknown => Reflect.apply(query, client, args)
    // A statement with a callback comes from the pool, which uses the connection exclusively.
    return typeof args.at(-1) === 'function' ? run() : turns.runExclusive(run)
  }
}
