import { mongooseAdapter, type MongooseAdapter } from '@payloadcms/db-mongodb'
import type { DatabaseAdapterObj } from 'payload'

import { clearConflicts } from './clearConflicts.ts'
import { repeatedCommits } from './mongoCommits.ts'
import { indexForLists } from './mongoIndexes.ts'
import { countLists } from './mongoTotals.ts'
import type { DatabaseOptions } from './sqliteDatabase.ts'
import { orderSteadily } from './steadySort.ts'

const refuseWithoutTransactions = async (adapter: MongooseAdapter): Promise<void> => {
  const client = adapter.connection.getClient()
  if (client.options.replicaSet) return
  const hello = await client.db('admin').command({ hello: 1 })
  const name: unknown = hello.setName
  throw new Error(
    typeof name === 'string'
      ? `DATABASE_URL must name the replica set, or there are no transactions: add replicaSet=${name} to it.`
      : 'MongoDB runs without a replica set, so there are no transactions: start mongod with --replSet rs0, run rs.initiate() once, and add replicaSet=rs0 to DATABASE_URL.',
  )
}

// Payload's adapter logs twice that it cannot connect, before the actual reason.
const reasonOf = (error: unknown): string =>
  (error instanceof Error ? error.message : String(error)).replace(
    /^(Error: cannot connect to MongoDB[:.] (Details: )?)+/,
    '',
  )

/**
 * MongoDB as a replica set; refused otherwise, since there would be no transactions. If it cannot be used, connecting
 * throws a single message with the reason.
 */
export const mongoDatabase = ({ url, migrationDir }: DatabaseOptions): DatabaseAdapterObj => {
  const database = mongooseAdapter({
    url,
    migrationDir,
    ensureIndexes: true,
    // Lists define themselves how documents with equal values are sorted.
    disableFallbackSort: true,
    connectOptions: { autoIndex: false, serverSelectionTimeoutMS: 10_000 },
    afterOpenConnection: async (adapter) => {
      await refuseWithoutTransactions(adapter)
      await indexForLists(adapter)
      countLists(adapter)
    },
  })
  return {
    ...database,
    init: (options) => {
      const adapter = database.init(options)
      Object.assign(adapter, repeatedCommits(adapter))
      clearConflicts(adapter)
      const connect = adapter.connect?.bind(adapter)
      Object.assign(adapter, orderSteadily(adapter))
      adapter.connect = async (...args) => {
        await connect?.(...args).catch((error: unknown) => {
          throw new Error(`MongoDB cannot be used: ${reasonOf(error)}`, { cause: error })
        })
      }
      return adapter
    },
  }
}
