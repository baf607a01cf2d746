type Client = { query: unknown; release: (error?: Error | boolean) => void }

const textOf = (statement: unknown): unknown =>
  typeof statement === 'object' && statement !== null && 'text' in statement ? statement.text : statement

const isBegin = (statement: unknown): boolean => /^\s*begin\b/i.test(String(textOf(statement)))

/**
 * Closes a connection of a Postgres pool on which a transaction could not be begun. Drizzle keeps such a connection
 * checked out: each would reduce the pool by one for good, and closing the pool would wait for it forever.
 */
export const releaseIfUnbegun = (client: Client): void => {
  const { query } = client
  if (typeof query !== 'function') return
  client.query = (...args: unknown[]): unknown => {
    const result: unknown = Reflect.apply(query, client, args)
    if (!isBegin(args[0]) || !(result instanceof Promise)) return result
    return result.catch((error: unknown) => {
      client.release(true)
      // A second release throws, so it must not matter if Drizzle does it one day.
      client.release = () => undefined
      throw error
    })
  }
}
