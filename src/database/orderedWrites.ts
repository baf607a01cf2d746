import type { BaseDatabaseAdapter, PayloadRequest } from 'payload'

type Name = 'deleteMany' | 'deleteOne' | 'deleteVersions' | 'updateOne' | 'updateVersion'

type Adapter = Pick<BaseDatabaseAdapter, Name | 'count' | 'countVersions'>

/** The adapter's methods; those that change a document return null if there is none. */
type Writes = { [Key in Name]: (args: Parameters<BaseDatabaseAdapter[Key]>[0]) => Promise<unknown> }

type Transaction = NonNullable<PayloadRequest['transactionID']>
type Req = Partial<PayloadRequest> | undefined

/** How the writes of an adapter are serialized, and its own methods. */
type Order = Pick<Adapter, 'updateOne' | 'updateVersion'> & {
  oneAtATime: <Result>(req: Req, write: () => Promise<Result>) => Promise<Result>
}

const orders = new WeakMap<object, Order>()

/** How the writes of an adapter are serialized, for code that writes several rows at once; undefined if they are not. */
export const orderOf = (adapter: object): Order | undefined => orders.get(adapter)

/**
 * Runs work on rows of a transaction between its other updates and deletions, none of which the work may await itself. For
 * writes that depend on what was read before.
 */
export const inTurn = <Result>(adapter: object, req: Req, work: () => Promise<Result>): Promise<Result> =>
  orderOf(adapter)?.oneAtATime(req, work) ?? work()

const nothing = (): undefined => undefined

/** Runs the writes of each transaction one after the other, in the order of the calls. */
const queuePerTransaction = () => {
  const last = new Map<Awaited<Transaction>, Promise<unknown>>()
  return async <Result>(req: Req, write: () => Promise<Result>): Promise<Result> => {
    const id = await req?.transactionID
    if (id === undefined) return write()
    const written = (last.get(id) ?? Promise.resolve()).then(write)
    const settled = written.then(nothing, nothing)
    last.set(id, settled)
    try {
      return await written
    } finally {
      if (last.get(id) === settled) last.delete(id)
    }
  }
}

/**
 * Serializes updates and deletions within a transaction, which a bulk operation runs concurrently for all its documents
 * (payload#16075), and turns updates of a deleted row into no-ops, as on MongoDB. On SQL databases, Payload's own would
 * recreate such a row incompletely, in several statements that others may interleave.
 */
export const orderedWrites = (adapter: Adapter): Writes => {
  const oneAtATime = queuePerTransaction()
  orders.set(adapter, { oneAtATime, updateOne: adapter.updateOne, updateVersion: adapter.updateVersion })
  const deleteMany: Writes['deleteMany'] = adapter.deleteMany.bind(adapter)
  const deleteOne: Writes['deleteOne'] = adapter.deleteOne.bind(adapter)
  const deleteVersions: Writes['deleteVersions'] = adapter.deleteVersions.bind(adapter)
  const updateOne: Writes['updateOne'] = adapter.updateOne.bind(adapter)
  const updateVersion: Writes['updateVersion'] = adapter.updateVersion.bind(adapter)
  return {
    deleteMany: (args) => oneAtATime(args.req, () => deleteMany(args)),
    deleteOne: (args) => oneAtATime(args.req, () => deleteOne(args)),
    deleteVersions: (args) => oneAtATime(args.req, () => deleteVersions(args)),
    updateOne: (args) =>
      oneAtATime(args.req, async () => {
        const { collection, id, options, req } = args
        if (id === undefined || options?.upsert) return updateOne(args)
        const where = { id: { equals: id } }
        const { totalDocs } = await adapter.count({ collection, where, ...(req ? { req } : {}) })
        return totalDocs > 0 ? updateOne(args) : null
      }),
    updateVersion: (args) =>
      oneAtATime(args.req, async () => {
        const { collection, id, req } = args
        if (id === undefined) return updateVersion(args)
        const where = { id: { equals: id } }
        const { totalDocs } = await adapter.countVersions({ collection, where, ...(req ? { req } : {}) })
        return totalDocs > 0 ? updateVersion(args) : null
      }),
  }
}
