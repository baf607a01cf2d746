import { poolOf } from './postgresConnections.ts'
import { keepPostgresStatistics } from './postgresStatistics.ts'
import { connectionOf } from './sqliteConnections.ts'
import { keepSqliteStatistics } from './sqliteStatistics.ts'

/**
 * Keeps what the planner of a SQL database knows of its tables true. Cheap where nothing much has changed, so that it can be
 * called often. Does nothing on MongoDB, which tries plans out instead.
 */
export const keepStatistics = async (adapter: object): Promise<void> => {
  const client = connectionOf(adapter)?.client
  if (client) return keepSqliteStatistics(client)
  const pool = poolOf(adapter)
  if (pool) await keepPostgresStatistics(pool)
}
