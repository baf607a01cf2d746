import type { PayloadRequest } from 'payload'

import { differences } from '../../mapping/records.ts'
import type { MappedRecord, Mapping } from '../../mapping/types.ts'
import { readDocument } from '../../mapping/document.ts'
import { digestOf } from '../../files/readTextFile.ts'
import { type DocumentId, documentsOf } from '../../documents/documents.ts'
import { latestDraft } from '../../drafts/latestDraft.ts'
import { localeFor } from '../../documents/inLocale.ts'
import { lookUpImages } from '../images/lookUpImages.ts'
import { withImages } from '../images/withImages.ts'
import { isSource, rowIn } from '../locales/fileSet.ts'
import { sharedFieldsOf } from '../locales/sharedFields.ts'
import { fileRecordsOf } from '../records/fileRecords.ts'
import { withoutHookValues } from '../records/hookValues.ts'
import { populate } from '../../documents/populate.ts'
import { rowsOf } from '../../documents/rows.ts'
import { scopeNameOf, wholeCollection } from '../scope.ts'
import { capabilitiesOf } from '../capabilities.ts'
import { translate } from '../../translations/translate.ts'
import { parseSource } from './readSource.ts'
import type { SourceFile } from './types.ts'

/** The file that a document was imported from, and the document compared with it. */
export type ComparedFile = {
  source: SourceFile
  /** The latest state of the document in the locale of the file, with the values that it stores. */
  stored: MappedRecord
  /** When that state was saved, in ISO format. */
  updatedAt: string | undefined
  /** Fields that another file of the document sets. */
  foreign: readonly string[]
  /** Fields whose values differ in the document: dotted paths, and the field of links. */
  changes: string[]
}

/** The file that a document was imported from, or the reason if there is no such file. */
export type ImportedFile = ComparedFile | { reason: string }

const latestState = async (
  req: PayloadRequest,
  mapping: Mapping,
  id: DocumentId,
): Promise<Record<string, unknown>> => {
  const { collection } = mapping
  const draft = capabilitiesOf(req.payload, mapping).hasDrafts
    ? await latestDraft(req, collection, id)
    : undefined
  return draft ?? (await rowsOf(req.payload).findById(collection, id, req)) ?? {}
}

/**
 * The file of a document in the locale of the request as last imported, for whoever may read the document, compared with
 * its latest state, drafts included.
 */
export const importedFile = async (
  req: PayloadRequest,
  given: Mapping,
  id: DocumentId,
): Promise<ImportedFile> => {
  const { payload } = req
  const { collection } = given
  const mayRead = await documentsOf(payload).findByID({ collection, id, overrideAccess: false, req })
  if (!mayRead) return { reason: translate(req, 'answerbook:messages:notFound') }
  const mapping = withImages(payload, given, { req, scope: scopeNameOf(given, mayRead) })
  const locale = mapping.locales && localeFor(payload, mapping, req.locale)
  const rows = await fileRecordsOf(payload, req).byDocuments(collection, [id])
  const row = rowIn(mapping, rows, locale)
  if (row?.text === undefined) return { reason: translate(req, 'answerbook:messages:notImported') }
  const { path, text } = row
  const latest = await latestState(req, mapping, id)
  await lookUpImages(mapping, { files: [text], documents: [latest] })
  const { source, problems } = parseSource({
    mapping,
    scope: wholeCollection,
    path,
    text,
    digest: row.digest ?? digestOf(text),
  })
  if (!source) {
    const [problem] = problems
    return {
      reason: translate(req, 'answerbook:messages:importUnreadable', { reason: problem?.message ?? path }),
    }
  }
  const [complete] = await populate(payload, mapping, [latest], { locale, req })
  const stored = readDocument(mapping, complete ?? {}, locale)
  const document = withoutHookValues(mapping, stored, source.record, row.hookValues)
  const foreign = isSource(mapping, rows, locale) ? [] : [...sharedFieldsOf(payload, mapping)]
  const changes = differences(mapping, document, source.record).filter((field) => !foreign.includes(field))
  return { source, stored, updatedAt: timeOf(latest.updatedAt), foreign, changes }
}

const timeOf = (value: unknown): string | undefined =>
  typeof value === 'string' || value instanceof Date ? new Date(value).toISOString() : undefined
