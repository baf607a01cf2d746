import type { Payload, PayloadRequest, Sort, Where } from 'payload'

import { type DocumentId, isRecord, type StoredDocument } from '../../documents/documents.ts'
import { chunks } from '../../documents/pages.ts'
import { slugsOf } from '../../documents/registeredOptions.ts'
import { rowsOf } from '../../documents/rows.ts'

/** What the next export does to the files of a document. */
export const changeKinds = ['changed', 'new', 'moved', 'removed'] as const
export type ChangeKind = (typeof changeKinds)[number]

/** A file that the next export writes or removes. */
export type ChangedFile = { path: string; kind: 'changed' | 'new' | 'removed' }

/** What is stored of a document whose files may change: see the collection `changes`. */
export type ChangeRow = {
  id: DocumentId
  collection: string
  document: string
  kind: ChangeKind | 'placed' | 'spread' | 'unchecked'
  spread: string | undefined
  path: string | undefined
  was: string | undefined
  title: string | undefined
  fields: string[]
  files: ChangedFile[]
  people: string[]
  /** ISO time; empty if it is unknown. */
  changedAt: string
}

/** A row to add. */
export type NewChange = Pick<ChangeRow, 'collection' | 'document' | 'kind'> &
  Partial<Pick<ChangeRow, 'changedAt' | 'path' | 'people' | 'spread'>>

const kinds: readonly ChangeRow['kind'][] = [...changeKinds, 'placed', 'spread', 'unchecked']
const fileKinds: readonly ChangedFile['kind'][] = ['changed', 'new', 'removed']

const rowsAtOnce = 500

const textOf = (value: unknown): string | undefined => (typeof value === 'string' ? value : undefined)

const fileIn = (value: unknown): ChangedFile[] => {
  const kind = isRecord(value) ? fileKinds.find((known) => known === value.kind) : undefined
  return isRecord(value) && kind && typeof value.path === 'string' ? [{ path: value.path, kind }] : []
}

const listOf = (value: unknown): unknown[] => (Array.isArray(value) ? value : [])

// With a line break on both sides, a name can be searched for as a whole.
const joined = (people: readonly string[]): string | null =>
  people.length > 0 ? `\n${people.join('\n')}\n` : null

/** The condition that a person is among those who have changed a document. */
export const byPerson = (person: string): Where => ({ who: { contains: `\n${person}\n` } })

const toChange = (row: StoredDocument): ChangeRow => ({
  id: row.id,
  collection: String(row.relationTo),
  document: String(row.document),
  kind: kinds.find((kind) => kind === row.kind) ?? 'unchecked',
  spread: textOf(row.spread),
  path: textOf(row.path),
  was: textOf(row.was),
  title: textOf(row.title),
  fields: listOf(row.fields).flatMap((field) => textOf(field) ?? []),
  files: listOf(row.files).flatMap(fileIn),
  people: (textOf(row.who) ?? '').split('\n').filter(Boolean),
  changedAt: textOf(row.changedAt) ?? '',
})

/** The rows of changes, in the transaction of a request if one is given. */
export const changeRowsOf = (payload: Payload, req?: PayloadRequest) => {
  const rows = rowsOf(payload)
  const common = { collection: slugsOf(payload).changes, ...(req ? { req } : {}) }
  const find = async (
    where: Where,
    options: { limit?: number; page?: number; sort?: Sort } = {},
  ): Promise<ChangeRow[]> =>
    (await rows.find({ ...common, pagination: options.page !== undefined, ...options, where })).map(toChange)
  return {
    find,
    /** Adds rows. */
    add: async (added: readonly NewChange[]): Promise<void> => {
      for (const some of chunks(added, rowsAtOnce))
        await rows.createMany(
          common.collection,
          some.map(({ changedAt = '', collection, document, kind, path, people = [], spread }) => ({
            relationTo: collection,
            document,
            kind,
            changedAt,
            who: joined(people),
            path: path ?? null,
            spread: spread ?? null,
          })),
          req,
        )
    },
    /** All rows of some documents. */
    ofDocuments: (collection: string, documents: readonly string[]): Promise<ChangeRow[]> =>
      find({ and: [{ relationTo: { equals: collection } }, { document: { in: [...documents] } }] }),
    /** Sets everything that a row says. */
    set: ({ changedAt, collection, document, fields, files, id, kind, people, ...row }: ChangeRow) =>
      rows.update({
        ...common,
        id,
        data: {
          relationTo: collection,
          document,
          kind,
          changedAt,
          who: joined(people),
          path: row.path ?? null,
          was: row.was ?? null,
          title: row.title ?? null,
          fields,
          files,
        },
      }),
    remove: async (ids: readonly DocumentId[]): Promise<void> => {
      if (ids.length > 0) await rows.remove({ ...common, where: { id: { in: [...ids] } } })
    },
  }
}
