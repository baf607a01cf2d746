import { setImmediate as turn } from 'node:timers/promises'

import type { Payload, PayloadRequest, Where } from 'payload'

import type { Mapping } from '../../mapping/types.ts'
import type { DocumentId, StoredDocument } from '../../documents/documents.ts'
import { fileRecordsOf } from '../records/fileRecords.ts'
import { pages } from '../../documents/pages.ts'
import { populate } from '../../documents/populate.ts'
import { rowsOf } from '../../documents/rows.ts'
import { hasFile, isInTrash, type Capabilities, capabilitiesOf } from '../capabilities.ts'
import { type ExportedFile, fileOf, type Unexportable } from './fileOf.ts'
import { isBlank } from './readsBack.ts'

/** Number of documents that are read together, which blocks the event loop on SQLite. */
const pageSize = 25

const latestDrafts = async (
  payload: Payload,
  mapping: Mapping,
  rows: readonly StoredDocument[],
): Promise<Map<DocumentId, Record<string, unknown>>> => {
  const ids = rows.map(({ id }) => id)
  const versions = await rowsOf(payload).findVersions({
    collection: mapping.collection,
    where: { and: [{ parent: { in: ids } }, { latest: { equals: true } }] },
  })
  return new Map(versions.map(({ parent, version }) => [parent, version]))
}

const isExported = (capabilities: Capabilities, row: StoredDocument, drafts: boolean): boolean =>
  drafts ? !isInTrash(row) : hasFile(capabilities, row)

/** `drafts`: the latest drafts instead of what is published. `within`: finds the documents that are meant. */
export type ExportedOptions = { drafts?: boolean; req?: PayloadRequest; within?: Where | undefined }

/** The files of all documents of a mapping, one at a time: see `exportedPages`. */
export async function* exportedFiles(
  payload: Payload,
  mapping: Mapping,
  options: ExportedOptions = {},
): AsyncGenerator<ExportedFile | Unexportable, void, undefined> {
  for await (const page of exportedPages(payload, mapping, options)) yield* page
}

/**
 * The files of all documents of a mapping, one page of documents at a time, ordered by id. Contains published states
 * only, unless drafts are requested: then the latest draft of each document, published or not, except for drafts that
 * are still empty.
 */
export async function* exportedPages(
  payload: Payload,
  mapping: Mapping,
  { drafts = false, req, within }: ExportedOptions = {},
): AsyncGenerator<(ExportedFile | Unexportable)[], void, undefined> {
  const capabilities = capabilitiesOf(payload, mapping)
  const withDrafts = drafts && capabilities.hasDrafts
  const readAfter = (last: StoredDocument | undefined): Promise<StoredDocument[]> => {
    const conditions: Where[] = [
      ...(within ? [within] : []),
      ...(last === undefined ? [] : [{ id: { greater_than: last.id } }]),
    ]
    return rowsOf(payload).find({
      collection: mapping.collection,
      limit: pageSize,
      sort: 'id',
      ...(conditions.length > 0 ? { where: { and: conditions } } : {}),
      ...(req ? { req } : {}),
    })
  }
  for await (const rows of pages(readAfter)) {
    const wanted = rows.filter((row) => isExported(capabilities, row, withDrafts))
    const latest = withDrafts
      ? await latestDrafts(payload, mapping, wanted)
      : new Map<DocumentId, Record<string, unknown>>()
    const states = wanted.map((row) => ({ ...row, ...latest.get(row.id) }))
    const complete = await populate(payload, mapping, states, req)
    const fileRecords = await fileRecordsOf(payload, req).byDocuments(
      mapping.collection,
      wanted.map(({ id }) => id),
    )
    const byDocument = new Map(fileRecords.map((row) => [row.document, row]))
    const files: (ExportedFile | Unexportable)[] = []
    for (const [at, { id }] of wanted.entries()) {
      // Other requests of the process get their turn.
      await turn()
      const state = complete[at] ?? {}
      const file = fileOf(mapping, id, state, byDocument.get(String(id)))
      if (!('problem' in file && isBlank(payload, mapping, state))) files.push(file)
    }
    yield files
  }
}
