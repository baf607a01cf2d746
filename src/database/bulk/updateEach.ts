import { giveWay } from '../eventLoop.ts'
import type { Request, Row, Writing } from './adapters.ts'

/** Some top-level fields of a row, or of the document in a version, and their new values. */
export type RowUpdate = { id: string | number; values: Row }

export type RowUpdates = {
  /** Whether the caller has read the rows in the same turn of the transaction, so that none of them is gone. */
  areThere?: boolean
  collection: string
  documents: readonly RowUpdate[]
  versions: readonly RowUpdate[]
  req: Request
}

/** Calls the methods of an adapter that update a document or a version, for each of them. */
export const updateEach = async (
  adapter: Writing,
  { collection, documents, req, versions }: RowUpdates,
): Promise<void> => {
  const common = { collection, req, returning: false } as const
  // Null leaves the time as it is; adapters change the values they are given.
  for (const { id, values } of documents) {
    await adapter.updateOne({ ...common, id, data: { updatedAt: null, ...values } })
    await giveWay()
  }
  for (const { id, values } of versions) {
    await adapter.updateVersion({ ...common, id, versionData: { updatedAt: null, version: { ...values } } })
    await giveWay()
  }
}
