import type { Payload, PayloadRequest, Where } from 'payload'

import { digestOf } from '../files/digestOf.ts'
import { type DocumentId, documentsOf, type StoredDocument } from './documents.ts'
import type { ImportBatch } from './importBatch.ts'
import { rowsOf } from './rows.ts'

/** What is known of a source file, but for its texts. */
export type KnownFile = {
  id: DocumentId
  path: string
  /** Of `text`; undefined for a file that only an export has written. */
  digest: string | undefined
  exportedDigests: string[]
  collection: string
  document: string | undefined
}

/** What is known of a source file: see the collection `files`. */
export type LedgerRow = KnownFile & {
  /** As an import last saw it; undefined for a file that only an export has written. */
  text: string | undefined
  /** As an export last wrote it, where that is not `text`. */
  exported: string | undefined
}

const textOf = (value: unknown): string | undefined => (typeof value === 'string' ? value : undefined)

const isText = (value: unknown): value is string => typeof value === 'string'

const toKnown = (row: StoredDocument): KnownFile => ({
  id: row.id,
  path: String(row.path),
  digest: textOf(row.digest),
  exportedDigests: Array.isArray(row.exportedDigests) ? row.exportedDigests.filter(isText) : [],
  collection: String(row.relationTo),
  document: textOf(row.document),
})

const toRow = (row: StoredDocument): LedgerRow => ({
  ...toKnown(row),
  text: textOf(row.text),
  exported: textOf(row.exported),
})

const rememberedDigests = 20

/** The ledger of source files: the base of exports and of three-way comparisons. */
export const ledgerOf = (payload: Payload, req?: PayloadRequest) => {
  const documents = documentsOf(payload)
  const rows = rowsOf(payload)
  const common = { collection: 'files', ...(req ? { req } : {}) }
  const byColumn = async (column: string, values: readonly string[]): Promise<LedgerRow[]> =>
    values.length === 0
      ? []
      : (await rows.find({ ...common, sort: column, where: { [column]: { in: [...values] } } })).map(toRow)
  const update = (id: DocumentId, data: Record<string, unknown>): Promise<void> =>
    rows.update({ ...common, id, data: { ...data, updatedAt: new Date().toISOString() } })
  return {
    /** The digests of files as imports last saw them, by path, without the texts. */
    digests: async (paths: readonly string[]): Promise<Map<string, string>> => {
      const found =
        paths.length === 0
          ? []
          : await rows.find({
              ...common,
              select: { path: true, digest: true },
              sort: 'path',
              where: { path: { in: [...paths] } },
            })
      return new Map(
        found.flatMap(({ digest, path }) => (isText(digest) && isText(path) ? [[path, digest]] : [])),
      )
    },
    byPaths: (paths: readonly string[]) => byColumn('path', paths),
    byDocuments: async (collection: string, ids: readonly DocumentId[]): Promise<LedgerRow[]> => {
      const known = await byColumn('document', ids.map(String))
      return known.filter((row) => row.collection === collection)
    },
    /** A page of the files of a collection in the order of their paths, after a path, without their texts. */
    page: async (collection: string, after: string, limit: number): Promise<KnownFile[]> => {
      const where: Where = {
        and: [{ relationTo: { equals: collection } }, { path: { greater_than: after } }],
      }
      const select = {
        path: true,
        digest: true,
        document: true,
        exportedDigests: true,
        relationTo: true,
      } as const
      return (await rows.find({ ...common, limit, select, sort: 'path', where })).map(toKnown)
    },
    /** Takes note that an import has seen a text: it is the base from now on. A new row waits for the end of the batch. */
    see: async (
      file: { path: string; text: string; digest: string },
      document: { collection: string; id: DocumentId },
      row: LedgerRow | undefined,
      { batch, run }: { batch?: ImportBatch | undefined; run?: string | undefined },
    ): Promise<void> => {
      const data = {
        path: file.path,
        text: file.text,
        digest: file.digest,
        relationTo: document.collection,
        document: String(document.id),
        exported: row?.exported === file.text ? null : (row?.exported ?? null),
      }
      if (row) await update(row.id, data)
      else {
        const added = { ...data, ...(run === undefined ? {} : { run }) }
        if (batch) batch.rows.files.push(added)
        else await rows.create({ ...common, data: added })
      }
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
      if (row) await update(row.id, data)
      else {
        const { collection, id } = document
        await rows.create({
          ...common,
          data: { ...data, path: file.path, relationTo: collection, document: String(id) },
        })
      }
    },
    remove: (id: DocumentId) => documents.delete({ ...common, id }),
  }
}

export type Ledger = ReturnType<typeof ledgerOf>
