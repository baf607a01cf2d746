import { dequal } from 'dequal'
import type { PayloadRequest } from 'payload'

import { bulkCreationOf, type ReadyDocument } from '../../documents/bulkCreation.ts'
import { documentValue } from '../../mapping/documentValue.ts'
import { mappedFields } from '../../mapping/mappedFields.ts'
import type { Mapping } from '../../mapping/types.ts'
import { namingHooks } from '../hookErrors.ts'
import type { DocumentId } from '../../documents/documents.ts'
import type { Planned } from './planBatch.ts'

/** Number of documents that the database inserts while the next ones are prepared. */
export const insertedAtOnce = 50

/** The new documents of a batch, which are inserted with a few statements. */
export type CreatedTogether = {
  /** The id of the document of a planned file; undefined if it is created on its own, or exists. */
  idFor: (planned: Planned) => string | undefined
  /** Adds a document to those that are inserted. Returns what is stored if hooks have changed values of the file. */
  add: (id: string, data: Record<string, unknown>) => Promise<Stored>
  /** Begins another write of the transaction while the next documents are prepared. */
  begin: (write: () => Promise<unknown>) => void
  /** Inserts the documents that have been added. Throws if the database has refused any, or if another write has failed. */
  insert: () => Promise<void>
  /** Resolves once nothing is being inserted any more, also after an error. */
  settled: () => Promise<void>
}

/** What is stored of a new document: its values, and whether any of them differs from that in the file. */
export type Stored = { values: Record<string, unknown>; isChanged: boolean }

const isChangedIn = (
  mapping: Mapping,
  before: Record<string, unknown>,
  after: Record<string, unknown>,
): boolean =>
  mappedFields(mapping).some(
    ({ path, role }) =>
      (role === 'value' || role === 'path') &&
      !dequal(documentValue(before, path) ?? null, documentValue(after, path) ?? null),
  )

/**
 * Prepares the creation of several documents with a few statements. Their ids are known from the start, so that links among
 * them can be set at once. Undefined if the collection does not allow it, or for a single document, whose creation by
 * Payload names the field that a database refuses.
 */
export const createTogether = async (
  req: PayloadRequest,
  planned: readonly Planned[],
  links: Map<string, DocumentId>,
): Promise<CreatedTogether | undefined> => {
  const created = planned.filter(({ plan }) => plan.action === 'create')
  const [first] = created
  if (!first || created.length === 1 || !(await req.transactionID)) return undefined
  const { mapping } = first.source
  const bulk = bulkCreationOf(req.payload, mapping.collection)
  if (!bulk) return undefined
  const ids = new Map(created.map((one) => [one.source.path, bulk.newId()]))
  for (const { source } of created) {
    const url = source.record.fields[mapping.key]
    const id = ids.get(source.path)
    if (typeof url === 'string' && id !== undefined) links.set(url, id)
  }
  const insertion = bulk.insertion(req)
  const ready: ReadyDocument[] = []
  return {
    idFor: ({ source }) => ids.get(source.path),
    add: async (id, data) => {
      const document = await namingHooks(mapping.collection, () => bulk.prepare(req, id, data))
      ready.push(document)
      if (ready.length === insertedAtOnce) await insertion.add(ready.splice(0))
      return { values: document.data, isChanged: isChangedIn(mapping, data, document.data) }
    },
    begin: insertion.begin,
    insert: async () => {
      await insertion.add(ready.splice(0))
      await insertion.end()
    },
    settled: insertion.settled,
  }
}
