import type { PayloadRequest } from 'payload'

import { differences } from '../../mapping/records.ts'
import type { Mapping } from '../../mapping/types.ts'
import { readDocument } from '../../mapping/document.ts'
import { digestOf } from '../../files/readTextFile.ts'
import { type DocumentId, documentsOf } from '../../documents/documents.ts'
import { latestDraft } from '../../drafts/latestDraft.ts'
import { localeFor } from '../../documents/inLocale.ts'
import { isSource, rowIn } from '../locales/fileSet.ts'
import { sharedFieldsOf } from '../locales/sharedFields.ts'
import { fileRecordsOf } from '../records/fileRecords.ts'
import { withoutHookValues } from '../records/hookValues.ts'
import { populate } from '../../documents/populate.ts'
import { rowsOf } from '../../documents/rows.ts'
import { wholeCollection } from '../scope.ts'
import { capabilitiesOf } from '../capabilities.ts'
import { translate } from '../../translations/translate.ts'
import { parseSource } from './readSource.ts'
import type { SourceFile } from './types.ts'

/**
 * The file that a document was imported from, with the fields that another of its files sets, and the fields whose values
 * differ in the document now; or the reason if there is no such file.
 */
export type ImportedFile =
  { source: SourceFile; foreign: readonly string[]; changes: string[] } | { reason: string }

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
 * its latest state, drafts included. `changes` are dotted paths of fields, and the field of links.
 */
export const importedFile = async (
  req: PayloadRequest,
  mapping: Mapping,
  id: DocumentId,
): Promise<ImportedFile> => {
  const { payload } = req
  const { collection } = mapping
  const mayRead = await documentsOf(payload).findByID({ collection, id, overrideAccess: false, req })
  if (!mayRead) return { reason: translate(req, 'answerbook:messages:notFound') }
  const locale = mapping.locales && localeFor(payload, mapping, req.locale)
  const rows = await fileRecordsOf(payload, req).byDocuments(collection, [id])
  const row = rowIn(mapping, rows, locale)
  if (row?.text === undefined) return { reason: translate(req, 'answerbook:messages:notImported') }
  const { path, text } = row
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
  const [complete] = await populate(payload, mapping, [await latestState(req, mapping, id)], { locale, req })
  const stored = readDocument(mapping, complete ?? {}, locale)
  const document = withoutHookValues(mapping, stored, source.record, row.hookValues)
  const foreign = isSource(mapping, rows, locale) ? [] : [...sharedFieldsOf(payload, mapping)]
  const changes = differences(mapping, document, source.record).filter((field) => !foreign.includes(field))
  return { source, foreign, changes }
}
