import type { Payload, PayloadRequest, Where } from 'payload'

import { type DocumentId, documentsOf } from '../../documents/documents.ts'
import { afterMeeting } from './exportMarks.ts'
import type { ImportBatch } from '../../documents/importBatch.ts'
import { type KnownFile, knownFields, type LedgerRow, toKnown, toRow } from './fileRows.ts'
import { rowsOf } from '../../documents/rows.ts'
import { slugsOf } from '../../documents/registeredOptions.ts'

/** The ledger of source files: the base of exports and of three-way comparisons. */
export const ledgerOf = (payload: Payload, req?: PayloadRequest) => {
  const documents = documentsOf(payload)
  const rows = rowsOf(payload)
  const common = { collection: slugsOf(payload).files, ...(req ? { req } : {}) }
  const byColumn = async (column: string, values: readonly string[]): Promise<LedgerRow[]> =>
    values.length === 0
      ? []
      : (await rows.find({ ...common, sort: column, where: { [column]: { in: [...values] } } })).map(toRow)
  const update = (id: DocumentId, data: Record<string, unknown>): Promise<void> =>
    rows.update({ ...common, id, data: { ...data, updatedAt: new Date().toISOString() } })
  return {
    /** What is known of files, by path, without their texts. */
    known: async (paths: readonly string[]): Promise<Map<string, KnownFile>> => {
      const where: Where = { path: { in: [...paths] } }
      const found =
        paths.length === 0 ? [] : await rows.find({ ...common, select: knownFields, sort: 'path', where })
      return new Map(found.map(toKnown).map((file) => [file.path, file]))
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
      return (await rows.find({ ...common, limit, select: knownFields, sort: 'path', where })).map(toKnown)
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
      if (row) {
        // An export may have been at the new path of a document before its file was seen there.
        const where: Where = { and: [{ path: { equals: file.path } }, { id: { not_equals: row.id } }] }
        if (row.path !== file.path) await rows.remove({ ...common, where })
        await update(row.id, { ...data, exportedDigests: afterMeeting(row.exportedDigests, file.digest) })
      } else {
        const added = { ...data, ...(run === undefined ? {} : { run }) }
        if (batch) batch.rows.files.push(added)
        else await rows.create({ ...common, data: added })
      }
    },
    /** Takes note of what exports have left of a file, and of the text that one has written. */
    mark: (row: KnownFile, marks: readonly string[], written: { exported?: string | null } = {}) =>
      update(row.id, { ...written, exportedDigests: [...marks] }),
    /** Adds a file that only an export has written; without a document where that has a row of its own. */
    add: (file: {
      path: string
      collection: string
      document?: DocumentId
      exported?: string
      marks: readonly string[]
    }): Promise<void> => {
      const { collection, document, exported, marks, path } = file
      const data = {
        path,
        relationTo: collection,
        exportedDigests: [...marks],
        ...(document === undefined ? {} : { document: String(document) }),
        ...(exported === undefined ? {} : { exported }),
      }
      return rows.create({ ...common, data })
    },
    remove: (id: DocumentId) => documents.delete({ ...common, id }),
  }
}

export type Ledger = ReturnType<typeof ledgerOf>
