import { setImmediate as turn } from 'node:timers/promises'

import type { Payload, PayloadRequest, Where } from 'payload'

import type { Mapping } from '../../mapping/types.ts'
import type { DocumentId, StoredDocument } from '../../documents/documents.ts'
import { lookUpImages } from '../images/lookUpImages.ts'
import { withImages } from '../images/withImages.ts'
import { byDocument, knownRecord, rowIn, sourceOf } from '../locales/fileSet.ts'
import { sharedFieldsOf } from '../locales/sharedFields.ts'
import { fileRecordsOf } from '../records/fileRecords.ts'
import { pages } from '../../documents/pages.ts'
import { populate } from '../../documents/populate.ts'
import { rowsOf } from '../../documents/rows.ts'
import { hasFile, isInTrash, type Capabilities, capabilitiesOf } from '../capabilities.ts'
import { type ExportedFile, fileOf, type Unexportable } from './fileOf.ts'
import { isBlank } from './readsBack.ts'

/** Number of documents that are read together, which blocks the event loop on SQLite. */
export const pageSize = 25

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

/** `drafts`: the latest drafts instead of published states. `within`: selects the documents. */
export type ExportedOptions = { drafts?: boolean; req?: PayloadRequest; within?: Where | undefined }

/** The files of some documents, in all locales in which they have content. */
const filesOfPage = async (
  payload: Payload,
  mapping: Mapping,
  states: readonly StoredDocument[],
  req: PayloadRequest | undefined,
): Promise<(ExportedFile | Unexportable)[]> => {
  const shared = sharedFieldsOf(payload, mapping)
  const ids = states.map(({ id }) => id)
  const known = await fileRecordsOf(payload, req).byDocuments(mapping.collection, ids)
  const texts = known.flatMap(({ exported, text }) => [exported, text])
  await lookUpImages(mapping, { files: texts, documents: states }, { isExport: true })
  const rows = byDocument(known)
  const files: (ExportedFile | Unexportable)[] = []
  for (const locale of mapping.locales ?? [undefined]) {
    const complete = await populate(payload, mapping, states, { locale, req })
    for (const [at, { id }] of states.entries()) {
      // Lets other requests of the process proceed.
      await turn()
      const state = complete[at] ?? {}
      const own = rows.get(String(id)) ?? []
      const row = rowIn(mapping, own, locale)
      const source = sourceOf(mapping, own)
      const other = row && source !== row ? knownRecord(mapping, source) : undefined
      const file = fileOf(mapping, id, state, { locale, row, shared, source: other })
      if (file && !('problem' in file && isBlank(payload, mapping, state))) files.push(file)
    }
  }
  return files
}

/** The files of some documents in their published states; of those that have files. */
export const filesOfDocuments = async (
  payload: Payload,
  mapping: Mapping,
  ids: readonly DocumentId[],
): Promise<(ExportedFile | Unexportable)[]> => {
  const capabilities = capabilitiesOf(payload, mapping)
  const where = { id: { in: [...ids] } }
  const rows = await rowsOf(payload).find({ collection: mapping.collection, sort: 'id', where })
  return filesOfPage(
    payload,
    mapping,
    rows.filter((row) => hasFile(capabilities, row)),
    undefined,
  )
}

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
  given: Mapping,
  { drafts = false, req, within }: ExportedOptions = {},
): AsyncGenerator<(ExportedFile | Unexportable)[], void, undefined> {
  const mapping = withImages(payload, given, req ? { req } : {})
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
    yield await filesOfPage(payload, mapping, states, req)
  }
}
