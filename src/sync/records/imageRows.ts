import type { Payload, PayloadRequest, Where } from 'payload'

import { type DocumentId, isRecord, type StoredDocument } from '../../documents/documents.ts'
import { chunks, pages } from '../../documents/pages.ts'
import { slugsOf } from '../../documents/registeredOptions.ts'
import { rowsOf } from '../../documents/rows.ts'
import { knownFields, toKnown } from './fileRows.ts'

/** What is known of an image in the content root: one row of the file records. */
export type ImageRow = {
  id: DocumentId
  path: string
  /** sha-256 of the file as an import has last read it; undefined for a file that only exports have written. */
  digest: string | undefined
  /** sha-256 of what exports have written there, newest first. */
  marks: readonly string[]
  /** Id of its upload. */
  upload: string
  /** The address in documents. */
  url: string
  /** sha-256 of what the CMS holds, which differs from the file's if the collection converts images. */
  stored: string
  /** When the upload had that content: its `updatedAt`. */
  storedAt: string
}

const batchSize = 200

const pageSize = 500

const fields = { ...knownFields, hookValues: true } as const

const toImageRow = (row: StoredDocument): ImageRow[] => {
  const { digest, document, exportedDigests, id, path } = toKnown(row)
  const values = row.hookValues
  if (document === undefined || !isRecord(values)) return []
  const [url = '', stored = '', storedAt = ''] = [values.url, values.stored, values.storedAt].map(String)
  return [{ id, path, digest, marks: exportedDigests, upload: document, url, stored, storedAt }]
}

const toData = ({ digest, marks, path, stored, storedAt, upload, url }: Omit<ImageRow, 'id'>) => ({
  path,
  digest: digest ?? null,
  exportedDigests: [...marks],
  document: upload,
  hookValues: { url, stored, storedAt },
})

/** The records of images in the content root, for one upload collection, and for one scope or all. */
export const imageRowsOf = (
  payload: Payload,
  {
    collection,
    req,
    scope,
  }: { collection: string; scope?: string | undefined; req?: PayloadRequest | undefined },
) => {
  const rows = rowsOf(payload)
  const common = { collection: slugsOf(payload).files, ...(req ? { req } : {}) }
  const find = async (sort: string, where: Where, limit = 0): Promise<ImageRow[]> => {
    const inScope: Where[] = scope === undefined ? [] : [{ scope: { equals: scope } }]
    const own: Where = { and: [where, ...inScope, { relationTo: { equals: collection } }] }
    return (await rows.find({ ...common, limit, select: fields, sort, where: own })).flatMap(toImageRow)
  }
  const findIn = async (field: string, values: readonly string[]): Promise<ImageRow[]> => {
    const found: ImageRow[] = []
    for (const some of chunks(values, batchSize))
      found.push(...(await find(field, { [field]: { in: some } })))
    return found
  }
  return {
    byPaths: (paths: readonly string[]) => findIn('path', paths),
    byUploads: (ids: readonly string[]) => findIn('document', ids),
    /** All rows in the order of their paths. */
    pages: (): AsyncGenerator<ImageRow[], void, undefined> =>
      pages((last: ImageRow | undefined) =>
        find('path', { path: { greater_than: last?.path ?? '' } }, pageSize),
      ),
    add: async (row: Omit<ImageRow, 'id'>): Promise<ImageRow> => {
      await rows.create({ ...common, data: { ...toData(row), relationTo: collection, scope: scope ?? '' } })
      const [added] = await findIn('path', [row.path])
      if (added) return added
      throw new Error(`The database did not keep the record of ${row.path}.`)
    },
    change: async (row: ImageRow): Promise<ImageRow> => {
      const data = { ...toData(row), updatedAt: new Date().toISOString() }
      await rows.update({ ...common, id: row.id, data })
      return row
    },
    remove: (id: DocumentId): Promise<void> => rows.remove({ ...common, where: { id: { equals: id } } }),
  }
}

export type ImageRows = ReturnType<typeof imageRowsOf>
