import { giveWay } from '../eventLoop.ts'
import { type Model, type MongoAdapter, type Row, sessionOf, withMembers } from './adapters.ts'
import { inOrder } from './inOrder.ts'
import { createDocument, createVersion, type Insertion, type NewDocuments } from './createOne.ts'

/** Inserts documents and versions into the MongoDB collections of a collection; see `insertionOf`. */
export const insertionOnMongo = (
  adapter: MongoAdapter,
  { collection, hasVersions, req }: NewDocuments,
): Insertion => {
  const collected: { collections: Row[]; versions: Row[] } = { collections: [], versions: [] }
  const collecting = withMembers(
    adapter,
    new Map<string, unknown>([
      ['collections', { [collection]: listing(collected.collections) }],
      ['versions', { [collection]: listing(collected.versions) }],
    ]),
  )
  const writes = inOrder()
  const add: Insertion['add'] = async (documents) => {
    for (const document of documents) {
      await giveWay()
      await createDocument(collecting, { ...document, collection, req }, structuredClone)
      if (hasVersions) await createVersion(collecting, { ...document, collection, req }, structuredClone)
    }
    const session = await sessionOf(adapter.sessions, req)
    // Payload sets the times itself.
    const options = { timestamps: false, ...(session ? { session } : {}) }
    for (const kind of ['collections', 'versions'] as const) {
      const model: Model | undefined = adapter[kind][collection]
      const rows = collected[kind].splice(0)
      if (rows.length > 0) writes.begin(async () => model?.insertMany(rows, options))
    }
  }
  return { add, begin: writes.begin, end: writes.done, settled: writes.settled }
}

/** The methods of a model that Payload's adapter creates documents with, which add them to a list. */
const listing = (rows: Row[]) => ({
  create: (added: Row[]): Promise<Row[]> => {
    rows.push(...added)
    return Promise.resolve(added)
  },
  // A new document has no earlier versions to mark as such.
  updateMany: (): Promise<void> => Promise.resolve(),
})
