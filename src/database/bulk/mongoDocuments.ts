import { giveWay } from '../eventLoop.ts'
import { type Model, type MongoAdapter, type Row, sessionOf, withMembers } from './adapters.ts'
import { createDocument, createVersion, type NewDocuments } from './createOne.ts'

/** Inserts documents and versions into the MongoDB collections of a collection; see `insertDocuments`. */
export const insertOnMongo = async (adapter: MongoAdapter, documents: NewDocuments): Promise<void> => {
  const { collection, hasVersions, req } = documents
  const collected: { collections: Row[]; versions: Row[] } = { collections: [], versions: [] }
  const collecting = withMembers(
    adapter,
    new Map<string, unknown>([
      ['collections', { [collection]: listing(collected.collections) }],
      ['versions', { [collection]: listing(collected.versions) }],
    ]),
  )
  for (const document of documents.documents) {
    await giveWay()
    await createDocument(collecting, { ...document, collection, req }, structuredClone)
    if (hasVersions) await createVersion(collecting, { ...document, collection, req }, structuredClone)
  }
  const session = await sessionOf(adapter.sessions, req)
  // Payload sets the times itself.
  const options = { timestamps: false, ...(session ? { session } : {}) }
  for (const kind of ['collections', 'versions'] as const) {
    const model: Model | undefined = adapter[kind][collection]
    if (collected[kind].length > 0) await model?.insertMany(collected[kind], options)
  }
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
