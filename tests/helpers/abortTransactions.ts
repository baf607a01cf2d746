import type { Payload } from 'payload'

/** The URL of a MongoDB whose server knows the connections of a test by a name; any other URL unchanged. */
export const withAppName = (url: string, name: string): string => {
  if (!url.startsWith('mongodb')) return url
  const named = new URL(url)
  named.searchParams.set('appName', name)
  return named.href
}

/**
 * Ends the transactions that killed processes of a test have left open, as SQLite and Postgres do by themselves. MongoDB
 * keeps them for a minute.
 */
export const abortTransactions = async ({ db }: Payload): Promise<void> => {
  if (db.name !== 'mongoose') return
  const client = db.connection.getClient()
  const { appName } = client.options
  const admin = client.db('admin')
  const open = await admin
    .aggregate([
      { $currentOp: { allUsers: true, idleSessions: true } },
      { $match: { appName, transaction: { $exists: true } } },
    ])
    .toArray()
  for (const { lsid } of open) await admin.command({ killSessions: [{ id: lsid.id }] })
}
