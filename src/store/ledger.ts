import type { Payload, PayloadRequest, Where } from 'payload'

import { digestOf } from '../files/digestOf.ts'
import { type DocumentId, documentsOf, type StoredDocument } from './documents.ts'

/** What is known of a source file: see the collection `files`. */
export type LedgerRow = {
  id: DocumentId
  path: string
  /** As an import last saw it; undefined for a file that only an export has written. */
  text: string | undefined
  digest: string | undefined
  /** As an export last wrote it, where that is not `text`. */
  exported: string | undefined
  exportedDigests: string[]
  collection: string
  document: string | undefined
}

const textOf = (value: unknown): string | undefined => (typeof value === 'string' ? value : undefined)

const isText = (value: unknown): value is string => typeof value === 'string'

const toRow = (row: StoredDocument): LedgerRow => ({
  id: row.id,
  path: String(row.path),
  text: textOf(row.text),
  digest: textOf(row.digest),
  exported: textOf(row.exported),
  exportedDigests: Array.isArray(row.exportedDigests) ? row.exportedDigests.filter(isText) : [],
  collection: String(row.relationTo),
  document: textOf(row.document),
})

const rememberedDigests = 20

/** The ledger of source files: the base of exports and of three-way comparisons. */
export const ledgerOf = (payload: Payload, req?: PayloadRequest) => {
  const documents = documentsOf(payload)
  const common = { collection: 'files', ...(req ? { req } : {}) }
  const byColumn = async (column: string, values: readonly string[]): Promise<LedgerRow[]> =>
    values.length === 0
      ? []
      : (await documents.find({ ...common, where: { [column]: { in: [...values] } } })).map(toRow)
  return {
    byPaths: (paths: readonly string[]) => byColumn('path', paths),
    byDocuments: async (collection: string, ids: readonly DocumentId[]): Promise<LedgerRow[]> => {
      const rows = await byColumn('document', ids.map(String))
      return rows.filter((row) => row.collection === collection)
    },
    /** A page of the rows of a collection in the order of their paths, after a path. */
    page: async (collection: string, after: string, limit: number): Promise<LedgerRow[]> => {
      const where: Where = {
        and: [{ relationTo: { equals: collection } }, { path: { greater_than: after } }],
      }
      return (await documents.find({ ...common, limit, sort: 'path', where })).map(toRow)
    },
    /** Takes note that an import has seen a text: it is the base from now on. */
    see: async (
      file: { path: string; text: string; digest: string },
      document: { collection: string; id: DocumentId },
      row: LedgerRow | undefined,
      run: string | undefined,
    ): Promise<void> => {
      const data = {
        path: file.path,
        text: file.text,
        digest: file.digest,
        relationTo: document.collection,
        document: String(document.id),
        exported: row?.exported === file.text ? null : (row?.exported ?? null),
      }
      if (row) await documents.update({ ...common, id: row.id, data })
      else await documents.create({ ...common, data: { ...data, run } })
    },
    /** Takes note of what an export has written for a document. */
    write: async (
      file: { path: string; text: string },
      document: { collection: string; id: DocumentId },
      row: LedgerRow | undefined,
    ): Promise<void> => {
      const isBase = row?.text === file.text
      const known = row?.exportedDigests ?? []
      const digest = digestOf(file.text)
      if (row && isBase && row.exported === undefined) return
      if (row && row.exported === file.text && known[0] === digest) return
      const data = {
        exported: isBase ? null : file.text,
        exportedDigests: [digest, ...known.filter((other) => other !== digest)].slice(0, rememberedDigests),
      }
      if (row) await documents.update({ ...common, id: row.id, data })
      else {
        const { collection, id } = document
        await documents.create({
          ...common,
          data: { ...data, path: file.path, relationTo: collection, document: String(id) },
        })
      }
    },
    remove: (id: DocumentId) => documents.delete({ ...common, id }),
  }
}

export type Ledger = ReturnType<typeof ledgerOf>
