import { type MongoAdapter, type Row, sessionOf, withMembers } from './adapters.ts'
import { type RowUpdates, updateEach } from './updateEach.ts'

/** Updates the MongoDB collections of a collection; see `updateRows`. */
export const updateOnMongo = async (adapter: MongoAdapter, updates: RowUpdates): Promise<void> => {
  const { collection, req } = updates
  const operations: { collections: object[]; versions: object[] } = { collections: [], versions: [] }
  const collecting = withMembers(
    adapter,
    new Map<string, unknown>([
      ['collections', { [collection]: listing(operations.collections, (values) => values) }],
      ['versions', { [collection]: listing(operations.versions, inVersion) }],
    ]),
  )
  await updateEach(collecting, updates)
  const session = await sessionOf(adapter.sessions, req)
  // Payload sets the times itself.
  const options = { timestamps: false, ...(session ? { session } : {}) }
  for (const kind of ['collections', 'versions'] as const)
    if (operations[kind].length > 0) await adapter[kind][collection]?.bulkWrite(operations[kind], options)
}

const isPlain = (value: unknown): value is Row =>
  typeof value === 'object' && value !== null && Object.getPrototypeOf(value) === Object.prototype

/** A copy that keeps the ids, which are objects of MongoDB. */
const copyOf = (value: unknown): unknown => {
  if (Array.isArray(value)) return value.map(copyOf)
  if (!isPlain(value)) return value
  return Object.fromEntries(Object.entries(value).map(([name, inner]) => [name, copyOf(inner)]))
}

/** The fields of the document in a version by their paths: set as a whole, the others would be lost. */
const inVersion = ({ version, ...others }: Row): Row => ({
  ...others,
  ...(isPlain(version)
    ? Object.fromEntries(Object.entries(version).map(([name, value]) => [`version.${name}`, value]))
    : {}),
})

/** The methods of a model that Payload's adapter updates documents with, which add operations to a list. */
const listing = (operations: object[], setOf: (values: Row) => Row) => ({
  updateOne: (filter: object, values: Row): Promise<void> => {
    // Payload turns the values back into those of a document afterwards.
    operations.push({ updateOne: { filter, timestamps: false, update: { $set: copyOf(setOf(values)) } } })
    return Promise.resolve()
  },
})
