import { setImmediate as turn } from 'node:timers/promises'

import type { Payload, PayloadRequest } from 'payload'

import { type Problem, parseFrontMatter } from '../../frontMatter/index.ts'
import { exportText, filePath, type Mapping, readDocument } from '../../mapping/index.ts'
import type { DocumentId, StoredDocument } from '../../documents/documents.ts'
import { fileProblem } from '../import/conflictProblems.ts'
import { ledgerOf } from '../records/fileRecords.ts'
import type { LedgerRow } from '../records/fileRows.ts'
import { populate } from '../../documents/populate.ts'
import { rowsOf } from '../../documents/rows.ts'
import { sentenceOf } from '../../documents/sentenceOf.ts'
import { hasFile, isInTrash, type Traits, traitsOf } from '../traits.ts'
import { incompleteDraft, isBlank, refusalOf } from './readsBack.ts'

/** A file as an export writes it. */
export type ExportedFile = {
  path: string
  text: string
  collection: string
  document: DocumentId
  row: LedgerRow | undefined
}

/** A document that should have a file and cannot. */
export type Unexportable = { document: DocumentId; problem: Problem }

/** How many documents are read together, which holds the event loop on SQLite. */
const pageSize = 25

/** The file of one document, from its populated state and its row of the ledger. */
export const fileOf = (
  mapping: Mapping,
  id: DocumentId,
  complete: Record<string, unknown>,
  row: LedgerRow | undefined,
): ExportedFile | Unexportable => {
  const record = readDocument(mapping, complete)
  const path = filePath(mapping, record)
  const failed = (message: string, remedy: string): Unexportable => {
    const problem = fileProblem(path ?? row?.path ?? String(id), 'unprintable', message, remedy)
    return { document: id, problem: complete._status === 'draft' ? incompleteDraft(problem) : problem }
  }
  if (path === undefined) {
    return failed(
      `Document ${String(id)} of ${mapping.collection} has no path: a part of ${mapping.files} is empty, or the mapping ignores its name.`,
      'Fill in what is missing, or change its name.',
    )
  }
  const parsed = row?.text === undefined ? undefined : parseFrontMatter(row.text)
  const base = row && parsed?.ok ? { path: row.path, frontMatter: parsed.frontMatter } : undefined
  try {
    const text = exportText(mapping, record, base)
    const isKnown = text === row?.text || text === row?.exported
    const refusal = isKnown ? undefined : refusalOf(mapping, path, text)
    if (refusal) return failed(`An import would refuse its file: ${refusal.message}`, refusal.remedy)
    return { path, text, collection: mapping.collection, document: id, row }
  } catch (error) {
    return failed(sentenceOf(error), 'Remove the named text from the document.')
  }
}

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

const isExported = (traits: Traits, row: StoredDocument, drafts: boolean): boolean =>
  drafts ? !isInTrash(row) : hasFile(traits, row)

/** `drafts`: the latest drafts instead of what is published. */
export type ExportedOptions = { drafts?: boolean; req?: PayloadRequest }

/** The files of all documents of a mapping, one at a time: see `exportedPages`. */
export async function* exportedFiles(
  payload: Payload,
  mapping: Mapping,
  options: ExportedOptions = {},
): AsyncGenerator<ExportedFile | Unexportable, void, undefined> {
  for await (const page of exportedPages(payload, mapping, options)) yield* page
}

/**
 * The files of all documents of a mapping, a page of documents at a time in the order of their ids. Published states
 * only, unless drafts are asked for: then the latest draft of each document, published or not, but for drafts that hold
 * nothing yet.
 */
export async function* exportedPages(
  payload: Payload,
  mapping: Mapping,
  { drafts = false, req }: ExportedOptions = {},
): AsyncGenerator<(ExportedFile | Unexportable)[], void, undefined> {
  const traits = traitsOf(payload, mapping)
  const withDrafts = drafts && traits.hasDrafts
  let after: DocumentId | undefined
  for (;;) {
    const rows = await rowsOf(payload).find({
      collection: mapping.collection,
      limit: pageSize,
      sort: 'id',
      ...(after === undefined ? {} : { where: { id: { greater_than: after } } }),
      ...(req ? { req } : {}),
    })
    const last = rows.at(-1)
    if (!last) return
    after = last.id
    const wanted = rows.filter((row) => isExported(traits, row, withDrafts))
    const latest = withDrafts
      ? await latestDrafts(payload, mapping, wanted)
      : new Map<DocumentId, Record<string, unknown>>()
    const states = wanted.map((row) => ({ ...row, ...latest.get(row.id) }))
    const complete = await populate(payload, mapping, states, req)
    const ledger = await ledgerOf(payload, req).byDocuments(
      mapping.collection,
      wanted.map(({ id }) => id),
    )
    const byDocument = new Map(ledger.map((row) => [row.document, row]))
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
