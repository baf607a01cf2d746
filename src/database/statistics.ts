import { poolOf } from './postgresConnections.ts'
import { keepPostgresStatistics } from './postgresStatistics.ts'
import { connectionOf } from './sqliteConnections.ts'
import { keepSqliteStatistics } from './sqliteStatistics.ts'

/**
 * Keeps the planner statistics of a SQL database up to date. Cheap if little has changed, so that it can be called
 * often. Does nothing on MongoDB, which tries out plans instead.
 */
export const keepStatistics = async (adapter: object): Promise<void> => {
  const client = connectionOf(adapter)?.client
  if (client) return keepSqliteStatistics(client)
  const pool = poolOf(adapter)
  if (pool) await keepPostgresStatistics(pool)
}
