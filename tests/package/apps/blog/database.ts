import { mongooseAdapter } from '@payloadcms/db-mongodb'
import { postgresAdapter } from '@payloadcms/db-postgres'
import { sqliteAdapter } from '@payloadcms/db-sqlite'

const url = process.env.DATABASE_URL ?? 'file:blog.db'

const adapter = () => {
  if (url.startsWith('mongodb')) return mongooseAdapter({ url })
  if (url.startsWith('postgres')) return postgresAdapter({ pool: { connectionString: url } })
  return sqliteAdapter({ client: { url }, transactionOptions: {} })
}

/** The database at DATABASE_URL, or a SQLite file beside this one. */
export const db = adapter()
