import type { Payload, PayloadRequest, Where } from 'payload'

import { type DocumentId, documentsOf } from '../../documents/documents.ts'
import { afterMeeting } from './exportMarks.ts'
import type { ImportBatch } from '../../documents/importBatch.ts'
import {
  type FileRow,
  type FileState,
  type KnownFile,
  knownFields,
  stateFields,
  toKnown,
  toRow,
  toState,
} from './fileRows.ts'
import { formerPlace } from './formerPlace.ts'
import type { HookValues } from './hookValues.ts'
import { pages } from '../../documents/pages.ts'
import { rowsOf } from '../../documents/rows.ts'
import { slugsOf } from '../../documents/registeredOptions.ts'

type ImportedWith = {
  batch?: ImportBatch | undefined
  conflicts?: readonly string[] | undefined
  hookValues?: HookValues | undefined
  /** Whether the document still lacks relations of the text, so that the file has to be read again. */
  isWaiting?: boolean
  run?: string | undefined
}

/**
 * The records of source files: the base of exports and of three-way comparisons. Paths belong to one scope, by default
 * that of files whose keys are globally unique.
 */
export const fileRecordsOf = (payload: Payload, req?: PayloadRequest, scope = '') => {
  const documents = documentsOf(payload)
  const rows = rowsOf(payload)
  const common = { collection: slugsOf(payload).files, ...(req ? { req } : {}) }
  const inScope = (where: Where): Where => ({ and: [where, { scope: { equals: scope } }] })
  const find = async (sort: string, values: readonly string[], where: Where): Promise<FileRow[]> =>
    values.length === 0 ? [] : (await rows.find({ ...common, sort, where })).map(toRow)
  const update = (id: DocumentId, data: Record<string, unknown>): Promise<void> =>
    rows.update({ ...common, id, data: { ...data, updatedAt: new Date().toISOString() } })
  return {
    /** The records of files, by path, without their texts. */
    known: async (paths: readonly string[]): Promise<Map<string, KnownFile>> => {
      const where = inScope({ path: { in: [...paths] } })
      const found =
        paths.length === 0 ? [] : await rows.find({ ...common, select: knownFields, sort: 'path', where })
      return new Map(found.map(toKnown).map((file) => [file.path, file]))
    },
    byPaths: (paths: readonly string[]) => find('path', paths, inScope({ path: { in: [...paths] } })),
    byDocuments: async (collection: string, ids: readonly DocumentId[]): Promise<FileRow[]> => {
      const known = await find('document', ids.map(String), { document: { in: ids.map(String) } })
      return known.filter((row) => row.collection === collection)
    },
    /** The states of the files of documents, by the ids of these as texts; the files in the order of their paths. */
    statesOf: async (collection: string, ids: readonly DocumentId[]): Promise<Map<string, FileState[]>> => {
      const states = new Map<string, FileState[]>()
      if (ids.length === 0) return states
      const select = { ...stateFields, document: true, relationTo: true } as const
      const where = { document: { in: ids.map(String) } }
      // The database would read all paths to sort them.
      const found = await rows.find({ ...common, select, sort: 'document', where })
      found.sort(({ path: a }, { path: b }) => (String(a) < String(b) ? -1 : 1))
      for (const row of found.filter(({ relationTo }) => relationTo === collection)) {
        const id = String(row.document)
        states.set(id, [...(states.get(id) ?? []), toState(row)])
      }
      return states
    },
    /** The files of a collection in the order of their paths, without their texts, a page at a time. */
    pages: (collection: string, limit: number): AsyncGenerator<KnownFile[], void, undefined> =>
      pages(async (last: KnownFile | undefined) => {
        const where = inScope({
          and: [{ relationTo: { equals: collection } }, { path: { greater_than: last?.path ?? '' } }],
        })
        return (await rows.find({ ...common, limit, select: knownFields, sort: 'path', where })).map(toKnown)
      }),
    /** Records that an import has read a text, which is the base from now on. The batch inserts new rows. */
    recordImport: async (
      file: { path: string; text: string; digest: string },
      document: { collection: string; id: DocumentId },
      row: FileRow | undefined,
      { batch, conflicts = [], hookValues = {}, isWaiting = false, run }: ImportedWith,
    ): Promise<void> => {
      const data = {
        path: file.path,
        scope,
        text: file.text,
        digest: isWaiting ? null : file.digest,
        relationTo: document.collection,
        document: String(document.id),
        exported: row?.exported === file.text ? null : (row?.exported ?? null),
        hookValues: Object.keys(hookValues).length > 0 ? hookValues : null,
        conflicts: conflicts.length > 0 ? [...conflicts] : null,
      }
      if (row) {
        // An export may have been at the new path of a document before its file was seen there.
        const where = inScope({ and: [{ path: { equals: file.path } }, { id: { not_equals: row.id } }] })
        if (row.path !== file.path) await rows.remove({ ...common, where })
        const digest = row.path === file.path ? row.digest : undefined
        const marks = afterMeeting(row.exportedDigests, file.digest, digest)
        await update(row.id, { ...data, exportedDigests: isWaiting ? [file.digest, ...marks] : marks })
        const former = row.path === file.path ? undefined : formerPlace(row, scope)
        if (former && batch) batch.rows.files.push(former)
        else if (former) await rows.create({ ...common, data: former })
      } else {
        const marks = isWaiting ? { exportedDigests: [file.digest] } : {}
        const added = { ...data, ...marks, ...(run === undefined ? {} : { run }) }
        if (batch) batch.rows.files.push(added)
        else await rows.create({ ...common, data: added })
      }
    },
    /** Records the text that a document is about to be created from, before the document exists. */
    announce: (
      { mapping, path, text }: { mapping: { collection: string }; path: string; text: string },
      run: string | undefined,
    ): Promise<void> => {
      const data = { path, scope, text, relationTo: mapping.collection }
      return rows.create({ ...common, data: run === undefined ? data : { ...data, run } })
    },
    /** Records what exports have left of a file, and the text that one has written. */
    mark: (row: KnownFile, marks: readonly string[], written: { exported?: string | null } = {}) =>
      update(row.id, { ...written, exportedDigests: [...marks] }),
    /** Adds a file that only an export has written; without a document if that already has a row of its own. */
    add: (file: {
      path: string
      collection: string
      document?: DocumentId
      exported?: string
      marks: readonly string[]
    }): Promise<void> => {
      const { collection, document, exported, marks, path } = file
      const place = { path, scope, relationTo: collection, exportedDigests: [...marks] }
      const data = {
        ...place,
        ...(document === undefined ? {} : { document: String(document) }),
        ...(exported === undefined ? {} : { exported }),
      }
      return rows.create({ ...common, data })
    },
    remove: (id: DocumentId) => documents.delete({ ...common, id }),
  }
}

export type FileRecords = ReturnType<typeof fileRecordsOf>
