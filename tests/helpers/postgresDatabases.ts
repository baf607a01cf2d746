import { drizzle } from '@payloadcms/db-postgres/drizzle/node-postgres'

import { withDatabase } from './withDatabase.ts'

/** Runs a statement on the server of a URL, in the database that every server has. */
const onServer = async (url: string, statement: string): Promise<void> => {
  const server = drizzle(withDatabase(url, 'postgres'))
  try {
    await server.execute(statement)
  } finally {
    await server.$client.end()
  }
}

const nameIn = (url: string): string => new URL(url).pathname.slice(1)

/** Removes the database that a URL names, even if there are connections to it. */
export const dropDatabase = (url: string): Promise<void> =>
  onServer(url, `DROP DATABASE IF EXISTS "${nameIn(url)}" WITH (FORCE)`)
