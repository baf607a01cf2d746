import type { CollectionSlug, File, Payload, PayloadRequest, SelectType, Sort, Where } from 'payload'

import { isObject as isRecord } from '../mapping/guards.ts'

export type DocumentId = string | number

/** A document of any collection, as Payload returns it. */
export type StoredDocument = { id: DocumentId } & Record<string, unknown>

/** A version of a document of any collection. */
export type StoredVersion = { id: DocumentId; parent: DocumentId; version: Record<string, unknown> } & Record<
  string,
  unknown
>

type Common = {
  collection: CollectionSlug
  context?: Record<string, unknown>
  depth?: number
  disableErrors?: boolean
  draft?: boolean
  joins?: false
  overrideAccess?: boolean
  overrideLock?: boolean
  req?: Partial<PayloadRequest>
  select?: SelectType
  trash?: boolean
}
type Query = Common & { limit?: number; page?: number; pagination?: boolean; sort?: Sort; where?: Where }
type Target = Common & { id: DocumentId }
/** The file of a document in an upload collection. */
type Upload = { file?: File; overwriteExistingFiles?: boolean }
type Found = { docs: unknown[]; totalDocs: number }

/** Payload's own methods, typed without the slugs and types of a particular app. */
type LocalApi = {
  count(options: {
    collection: CollectionSlug
    req?: Partial<PayloadRequest>
    trash?: boolean
    where?: Where
  }): Promise<{ totalDocs: number }>
  create(options: Common & Upload & { data: object }): Promise<unknown>
  delete(options: Target): Promise<unknown>
  find(options: Query): Promise<Found>
  findByID(options: Target): Promise<unknown>
  findVersions(options: Query): Promise<Found>
  update(options: Target & Upload & { data: object }): Promise<unknown>
}

export { isRecord }

export const isDocumentId = (value: unknown): value is DocumentId =>
  typeof value === 'string' || typeof value === 'number'

const isSlug = (name: string): name is CollectionSlug => name !== ''

/** A slug, typed as the app's generated types require. Throws a TypeError if it is empty. */
export const collectionSlug = (name: string): CollectionSlug => {
  if (isSlug(name)) return name
  throw new TypeError('A collection needs a slug.')
}

/** Whether the state of a document is published. In a collection without drafts, every state is. */
export const isPublished = ({ _status }: Record<string, unknown>): boolean =>
  (_status ?? 'published') === 'published'

/** The id in a relationship's value, populated or not. */
export const idOf = (value: unknown): DocumentId | undefined => {
  const id = isRecord(value) ? value.id : value
  return isDocumentId(id) ? id : undefined
}

const isStored = (value: unknown): value is StoredDocument => isRecord(value) && isDocumentId(value.id)

const isVersion = (value: unknown): value is StoredVersion =>
  isStored(value) && isRecord(value.version) && isDocumentId(value.parent)

/** Narrows a database result to a document; throws if it is anything else, which is a programming error. */
export const stored = (value: unknown): StoredDocument => {
  if (isStored(value)) return value
  throw new TypeError('The database returned a value that is not a document.')
}

/** Narrows database results to versions; versions of a deleted document have no parent and are omitted. */
export const storedVersions = (values: unknown[]): StoredVersion[] => values.filter(isVersion)

const isCollection = (payload: Payload, name: string): name is CollectionSlug => name in payload.collections

/** The name of a collection, typed as one of the app's. Throws if the app does not have it. */
export const collectionOf = (payload: Payload, name: string): CollectionSlug => {
  if (isCollection(payload, name)) return name
  throw new TypeError(
    `There is no collection "${name}" in this app: add it to the config, or correct the mapping.`,
  )
}

/** Whether a collection has drafts. Without them, Payload does not mark the latest version, or has no versions at all. */
export const hasDrafts = (payload: Payload, collection: string): boolean => {
  const { versions } = payload.collections[collectionOf(payload, collection)].config
  return Boolean(versions && versions.drafts)
}

/** Whether each save of a document of a collection leaves its time in `updatedAt`. */
export const hasTimestamps = (payload: Payload, collection: string): boolean =>
  payload.collections[collectionOf(payload, collection)].config.timestamps

/** Options of the Local API, with the collection as a plain string. */
export type Named<T extends { collection: CollectionSlug }> = Omit<T, 'collection'> & { collection: string }

/**
 * The Local API for collections whose names are known only at run time. Payload types its methods by the slugs of one
 * app; the plugin works in any app, so it calls the same methods through this wrapper.
 */
export const documentsOf = (payload: Payload) => {
  const api: LocalApi = payload
  const named = <T extends { collection: string; req?: Partial<PayloadRequest> }>(options: T) => ({
    // Payload would reset the fallback of the request.
    ...(options.req?.fallbackLocale === undefined ? {} : { fallbackLocale: options.req.fallbackLocale }),
    ...options,
    collection: collectionOf(payload, options.collection),
  })
  const all = { depth: 0, joins: false as const, limit: 0, pagination: false }
  return {
    count: (options: Named<Parameters<LocalApi['count']>[0]>): Promise<number> =>
      api.count(named(options)).then(({ totalDocs }) => totalDocs),
    create: (options: Named<Common & Upload & { data: object }>): Promise<StoredDocument> =>
      api.create({ depth: 0, ...named(options) }).then(stored),
    delete: async (options: Named<Target>): Promise<void> => {
      await api.delete({ depth: 0, ...named(options) })
    },
    find: (options: Named<Query>): Promise<StoredDocument[]> =>
      api.find({ ...all, ...named(options) }).then(({ docs }) => docs.map(stored)),
    /** The document, or null if there is none. */
    findByID: async (options: Named<Target>): Promise<StoredDocument | null> => {
      const found = await api.findByID({ depth: 0, joins: false, ...named(options), disableErrors: true })
      return found === null || found === undefined ? null : stored(found)
    },
    /** Versions; empty for a collection without drafts. */
    findVersions: async (options: Named<Query>): Promise<StoredVersion[]> => {
      if (!hasDrafts(payload, options.collection)) return []
      const { docs } = await api.findVersions({ ...all, ...named(options) })
      return storedVersions(docs)
    },
    update: (options: Named<Target & Upload & { data: object }>): Promise<StoredDocument> =>
      api.update({ depth: 0, ...named(options) }).then(stored),
  }
}
