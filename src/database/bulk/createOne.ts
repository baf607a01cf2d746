import type { Writing, Request, Row } from './adapters.ts'

/** A document to insert: its values as Payload passes them to an adapter, with `createdAt` and `updatedAt`, and its id. */
export type NewDocument = { id: string; data: Row }

export type NewDocuments = {
  collection: string
  /** Whether each document gets a version with the same values. */
  hasVersions: boolean
  req: Request
}

/** Inserts documents in several steps. */
export type Insertion = {
  /**
   * Makes the rows of some documents, and begins to insert them as far as they do not refer to documents that may follow.
   * Calls must follow one another.
   */
  add: (documents: readonly NewDocument[]) => Promise<void>
  /** Begins another write of the transaction, after those that have been begun. */
  begin: (write: () => Promise<unknown>) => void
  /** Inserts the rest. Throws if the database has refused any row, or if another write has failed. */
  end: () => Promise<void>
  /** Resolves once nothing is being inserted, also after an error. */
  settled: () => Promise<void>
}

/** Values for an adapter, which may change what it is given. */
type Copy = (data: Row) => Row

type One = Pick<NewDocuments, 'collection' | 'req'> & NewDocument

/** Calls the method of an adapter that creates a document. */
export const createDocument = async (
  adapter: Writing,
  { collection, data, id, req }: One,
  copy: Copy,
): Promise<void> => {
  await adapter.create({ collection, customID: id, data: copy(data), req, returning: false })
}

/** Calls the method of an adapter that creates the version of a document. */
export const createVersion = async (
  adapter: Writing,
  { collection, data, id, req }: One,
  copy: Copy,
): Promise<void> => {
  await adapter.createVersion({
    autosave: false,
    collectionSlug: collection,
    createdAt: data.createdAt,
    parent: id,
    req,
    returning: false,
    updatedAt: data.updatedAt,
    versionData: copy(data),
  })
}
