import type { CollectionSlug, Payload, PayloadRequest, SelectType, Sort, Where } from 'payload'

import { inTurn } from '../database/orderedWrites.ts'
import { insertRows } from '../database/bulk/insertRows.ts'
import type { RowUpdates } from '../database/bulk/updateEach.ts'
import { updateRows } from '../database/bulk/updateRows.ts'
import {
  collectionOf,
  type DocumentId,
  hasDrafts,
  type Named,
  stored,
  type StoredDocument,
  type StoredVersion,
  storedVersions,
} from './documents.ts'

type Req = Partial<PayloadRequest>
type VersionData = Record<string, unknown> & { version: Record<string, unknown> }
type Query = {
  collection: CollectionSlug
  joins?: false
  limit?: number
  page?: number
  pagination?: boolean
  req?: Req
  select?: SelectType
  sort?: Sort
  where?: Where
}
type Write = { collection: CollectionSlug; id: DocumentId; req?: Req; returning?: false }
type Updates = Omit<RowUpdates, 'collection'> & { collection: CollectionSlug }
type ConditionalWrite = { collection: CollectionSlug; req?: Req; where: Where }

/** The database adapter's methods, typed without the slugs of a particular app. */
type Adapter = {
  count(options: { collection: CollectionSlug; req?: Req; where?: Where }): Promise<{ totalDocs: number }>
  countVersions(options: {
    collection: CollectionSlug
    req?: Req
    where: Where
  }): Promise<{ totalDocs: number }>
  create(options: Omit<Write, 'id'> & { data: Record<string, unknown> }): Promise<unknown>
  deleteMany(options: { collection: CollectionSlug; req?: Req; where: Where }): Promise<void>
  find(options: Query): Promise<{ docs: unknown[] }>
  findVersions(options: Query): Promise<{ docs: unknown[] }>
  updateOne(
    options: (Write | ConditionalWrite) & { data: Record<string, unknown>; options?: { atomic: true } },
  ): Promise<unknown>
  updateVersion(options: Write & { versionData: VersionData }): Promise<unknown>
}

/**
 * Rows and versions as stored in the database: no hooks, no access control, no new version, no new `updatedAt`. For
 * reads that hooks must not change, and for writes that are no user's edit.
 */
export const rowsOf = (payload: Payload) => {
  const adapter: Adapter = payload.db
  const named = <T extends { collection: string }>(options: T) => ({
    ...options,
    collection: collectionOf(payload, options.collection),
  })
  // Payload would sort by newest first, which may make a database go through all rows in that order.
  const all = { limit: 0, pagination: false, sort: 'id' }
  // A row does not include joins, and listing a subject's articles costs as much as the subject has articles.
  const find = (options: Named<Query>): Promise<StoredDocument[]> =>
    adapter.find({ ...all, joins: false, ...named(options) }).then(({ docs }) => docs.map(stored))
  const findVersions = async (options: Named<Query>): Promise<StoredVersion[]> => {
    if (!hasDrafts(payload, options.collection)) return []
    const { docs } = await adapter.findVersions({ ...all, sort: 'parent', ...named(options) })
    return storedVersions(docs)
  }
  return {
    /** The number of rows of a collection, or of those that match a query, including the trash. */
    count: (collection: string, where: Where = {}): Promise<number> =>
      adapter.count(named({ collection, where })).then(({ totalDocs }) => totalDocs),
    /** The number of versions that match a query; 0 for a collection without drafts. */
    countVersions: async (
      options: Named<{ collection: CollectionSlug; req?: Req; where: Where }>,
    ): Promise<number> =>
      hasDrafts(payload, options.collection) ? (await adapter.countVersions(named(options))).totalDocs : 0,
    /** Adds a row. */
    create: async (options: Named<Omit<Write, 'id'> & { data: Record<string, unknown> }>): Promise<void> => {
      await adapter.create({ returning: false, ...named(options) })
    },
    /** Adds rows to a collection of plain fields, in a single statement if the database supports it. */
    createMany: async (
      collection: string,
      rows: readonly Record<string, unknown>[],
      req: Req = {},
    ): Promise<void> => {
      if (rows.length === 0 || (await insertRows(payload.db, { collection, req, rows }))) return
      for (const data of rows) await adapter.create({ returning: false, ...named({ collection, data, req }) })
    },
    find,
    findById: async (collection: string, id: DocumentId, req?: Req): Promise<StoredDocument | undefined> => {
      const [row] = await find({
        collection,
        limit: 1,
        where: { id: { equals: id } },
        ...(req ? { req } : {}),
      })
      return row
    },
    /** Versions; empty for a collection without drafts. */
    findVersions,
    /** See `inTurn` in the database. */
    inTurn: <Result>(req: Req, work: () => Promise<Result>): Promise<Result> => inTurn(payload.db, req, work),
    /** Deletes the rows that match a query. */
    remove: (options: Named<{ collection: CollectionSlug; req?: Req; where: Where }>): Promise<void> =>
      adapter.deleteMany(named(options)),
    /** Sets some fields of a row; include `updatedAt`, or the adapter sets it to the current time. */
    update: async (options: Named<Write & { data: Record<string, unknown> }>): Promise<void> => {
      await adapter.updateOne({ returning: false, ...named(options) })
    },
    /** Sets fields of rows, and of documents in versions, with few round trips; `updatedAt` changes only if it is given. */
    updateMany: async (wanted: Named<Updates>): Promise<void> => {
      const { collection, documents, req, versions } = wanted
      const slug = collectionOf(payload, collection)
      const updates = { ...wanted, collection: slug }
      if ((await req.transactionID) && (await updateRows(payload.db, updates))) return
      for (const { id, values } of documents)
        await adapter.updateOne({
          collection: slug,
          data: { updatedAt: null, ...values },
          id,
          req,
          returning: false,
        })
      const values = new Map(versions.map((version) => [version.id, version.values]))
      const where = { id: { in: [...values.keys()] } }
      const complete = versions.length > 0 ? await findVersions({ collection, req, where }) : []
      for (const { id, ...version } of complete) {
        const versionData = { ...version, version: { ...version.version, ...values.get(id) } }
        await adapter.updateVersion({ collection: slug, id, req, returning: false, versionData })
      }
    },
    /** Sets fields of the row that matches a condition, atomically. Returns whether there was one. */
    updateWhere: async (
      options: Named<ConditionalWrite & { data: Record<string, unknown> }>,
    ): Promise<boolean> => Boolean(await adapter.updateOne({ ...named(options), options: { atomic: true } })),
    /** Replaces a version; `versionData` must be complete, since MongoDB replaces nested objects as a whole. */
    updateVersion: async (options: Named<Write & { versionData: VersionData }>): Promise<void> => {
      await adapter.updateVersion({ returning: false, ...named(options) })
    },
  }
}
