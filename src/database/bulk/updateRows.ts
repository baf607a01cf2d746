import { isMongo, isSql } from './adapters.ts'
import { updateOnMongo } from './mongoUpdates.ts'
import { updateOnSql } from './sqlUpdates.ts'
import type { RowUpdates } from './updateEach.ts'

/**
 * Sets some fields of several documents and versions with few round trips, in the transaction of a request: what the
 * adapter's own methods write, without reading each row again. False if it does not know the database. No hooks run, and
 * `updatedAt` stays unless it is among the values.
 */
export const updateRows = async (adapter: object, updates: RowUpdates): Promise<boolean> => {
  if (isSql(adapter)) await updateOnSql(adapter, updates)
  else if (isMongo(adapter)) await updateOnMongo(adapter, updates)
  else return false
  return true
}
