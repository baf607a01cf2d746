import { mongooseAdapter } from '@payloadcms/db-mongodb'
import { postgresAdapter } from '@payloadcms/db-postgres'
import { sqliteAdapter } from '@payloadcms/db-sqlite'

const url = process.env.DATABASE_URL ?? 'file:magazine.db'

const adapter = () => {
  if (url.startsWith('mongodb')) return mongooseAdapter({ url })
  if (url.startsWith('postgres')) return postgresAdapter({ pool: { connectionString: url } })
  // Payload's default for SQLite: no transactions.
  return sqliteAdapter({ client: { url } })
}

/** The database at DATABASE_URL, or a SQLite file beside this one. */
export const db = adapter()
