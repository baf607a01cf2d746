import type { Payload } from 'payload'

import {
  type DocumentId,
  documentsOf,
  type StoredDocument,
  type StoredVersion,
} from '../../src/documents/documents.ts'
import { rowsOf } from '../../src/documents/rows.ts'

type Data = Record<string, unknown>

const collection = 'articles'
let made = 0

/** Shorthand for what tests do with articles, through Payload's Local API, and for the resulting state of the database. */
export const articlesOf = (payload: Payload) => {
  const documents = documentsOf(payload)
  const rows = rowsOf(payload)
  const versions = (id: DocumentId): Promise<StoredVersion[]> =>
    rows.findVersions({ collection, where: { parent: { equals: id } }, sort: 'createdAt' })
  return {
    /** Creates a separate subject; returns its id. */
    subject: async (slug = `subject-${(made += 1)}`): Promise<DocumentId> =>
      (await documents.create({ collection: 'subjects', data: { title: slug, slug } })).id,
    publish: (data: Data): Promise<StoredDocument> =>
      documents.create({
        collection,
        data: { question: `Question ${(made += 1)}?`, answer: 'Answer.', ...data, _status: 'published' },
      }),
    draft: (data: Data): Promise<StoredDocument> => documents.create({ collection, data, draft: true }),
    saveDraft: (id: DocumentId, data: Data): Promise<StoredDocument> =>
      documents.update({ collection, id, data, draft: true, trash: true }),
    update: (id: DocumentId, data: Data): Promise<StoredDocument> =>
      documents.update({ collection, id, data, trash: true }),
    delete: (id: DocumentId): Promise<void> => documents.delete({ collection, id, trash: true }),
    /** What readers see, as stored in the database. */
    row: async (id: DocumentId): Promise<StoredDocument> => {
      const row = await rows.findById(collection, id)
      if (!row) throw new Error(`There is no article ${id}.`)
      return row
    },
    versions,
    /** What the admin opens. There must be exactly one. */
    latest: async (id: DocumentId): Promise<Data> => {
      const [latest, ...more] = (await versions(id)).filter((version) => version.latest === true)
      if (!latest || more.length > 0)
        throw new Error(`Article ${id} has ${more.length + (latest ? 1 : 0)} latest versions.`)
      return latest.version
    },
  }
}
