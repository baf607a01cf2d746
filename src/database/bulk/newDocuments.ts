import { isMongo, isSql, tableNameOf } from './adapters.ts'
import type { Insertion, NewDocuments } from './createOne.ts'
import { insertionOnMongo } from './mongoDocuments.ts'
import { insertionOnSql } from './sqlDocuments.ts'

/**
 * A function that makes the ids of new documents of a collection; undefined if only the database makes them, or if it is
 * an unknown one.
 */
export const newIds = (adapter: object, collection: string): (() => string) | undefined => {
  const make = isSql(adapter)
    ? adapter.tables[tableNameOf(adapter, collection)]?.id?.defaultFn
    : isMongo(adapter)
      ? objectIds(adapter.collections[collection]?.base.Types.ObjectId)
      : undefined
  return make && (() => String(make()))
}

/**
 * Inserts new documents and their versions with a few statements, in the transaction of a request: the same rows that
 * the adapter's own methods would insert one by one, since it is these that produce them. The documents must have ids from
 * `newIds`. No hooks run.
 */
export const insertionOf = (adapter: object, documents: NewDocuments): Insertion => {
  if (isSql(adapter)) return insertionOnSql(adapter, documents)
  if (isMongo(adapter)) return insertionOnMongo(adapter, documents)
  throw new TypeError('Documents cannot be inserted together in this database.')
}

const objectIds = (ObjectId: (new () => { toHexString: () => string }) | undefined) =>
  ObjectId && (() => new ObjectId().toHexString())
