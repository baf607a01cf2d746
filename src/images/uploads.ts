import type { Payload, PayloadRequest } from 'payload'

import { collectionOf, type DocumentId, documentsOf, isRecord } from '../documents/documents.ts'
import { chunks, pages } from '../documents/pages.ts'
import { rowsOf } from '../documents/rows.ts'
import { withoutHost } from './cmsAddress.ts'

/** A file of an upload: the original or one of its sizes. */
export type UploadFile = {
  filename: string
  /** The address in documents, without the host of the CMS. */
  url: string
}

/** An uploaded document and its files, the original first. */
export type Upload = {
  id: DocumentId
  updatedAt: string
  mimeType: string
  files: UploadFile[]
  document: Record<string, unknown> & { id: DocumentId }
}

const batchSize = 200

const pageSize = 1000

/** The uploads of a collection, whoever may read them. */
export const uploadsOf = (payload: Payload, collection: string, req?: PayloadRequest) => {
  const common = { collection, ...(req ? { req } : {}) }
  const { config } = payload.collections[collectionOf(payload, collection)]
  const sizes = (config.upload.imageSizes ?? []).map(({ name }) => name)

  const fileIn = (value: unknown): UploadFile[] =>
    isRecord(value) && typeof value.filename === 'string' && typeof value.url === 'string'
      ? [{ filename: value.filename, url: withoutHost(payload, value.url) }]
      : []

  const toUpload = (document: Upload['document']): Upload => ({
    id: document.id,
    updatedAt: String(document.updatedAt),
    mimeType: String(document.mimeType),
    files: [
      document,
      ...sizes.map((name) => (isRecord(document.sizes) ? document.sizes[name] : undefined)),
    ].flatMap(fileIn),
    document,
  })

  const findIn = async (field: string, values: readonly unknown[]): Promise<Upload[]> => {
    const found: Upload[] = []
    for (const some of chunks(values, batchSize)) {
      const where = { [field]: { in: some } }
      found.push(...(await documentsOf(payload).find({ ...common, where })).map(toUpload))
    }
    return found
  }

  return {
    toUpload,
    byIds: (ids: readonly DocumentId[]): Promise<Upload[]> => findIn('id', ids),
    /** The uploads that have files with these names, including those of their sizes. */
    byFilenames: async (filenames: readonly string[]): Promise<Upload[]> => {
      const found: Upload[] = []
      let missing = [...filenames]
      // One query for each field, since a database may not use an index for any of several.
      for (const field of ['filename', ...sizes.map((name) => `sizes.${name}.filename`)]) {
        if (missing.length === 0) break
        const uploads = await findIn(field, missing)
        found.push(...uploads)
        const known = new Set(uploads.flatMap(({ files }) => files.map(({ filename }) => filename)))
        missing = missing.filter((filename) => !known.has(filename))
      }
      return found
    },
    /** The ids of all uploads, by the size of their original file in bytes. */
    bySize: async (): Promise<Map<number, DocumentId[]>> => {
      const ids = new Map<number, DocumentId[]>()
      const select = { filesize: true } as const
      const all = pages(async (last: { id: DocumentId } | undefined) =>
        rowsOf(payload).find({
          ...common,
          limit: pageSize,
          select,
          sort: 'id',
          ...(last ? { where: { id: { greater_than: last.id } } } : {}),
        }),
      )
      for await (const page of all)
        for (const { filesize, id } of page)
          if (typeof filesize === 'number') ids.set(filesize, [...(ids.get(filesize) ?? []), id])
      return ids
    },
  }
}
