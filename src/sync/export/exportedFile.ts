import type { PayloadRequest } from 'payload'

import type { Mapping } from '../../mapping/types.ts'
import { type DocumentId, documentsOf } from '../../documents/documents.ts'
import { localeFor } from '../../documents/inLocale.ts'
import { lookUpImages } from '../images/lookUpImages.ts'
import { withImages } from '../images/withImages.ts'
import { knownRecord, rowIn, sourceOf } from '../locales/fileSet.ts'
import { sharedFieldsOf } from '../locales/sharedFields.ts'
import { fileRecordsOf } from '../records/fileRecords.ts'
import { populate } from '../../documents/populate.ts'
import { rowsOf } from '../../documents/rows.ts'
import { scopeNameOf } from '../scope.ts'
import { hasFile, isInTrash, capabilitiesOf } from '../capabilities.ts'
import { fileOf } from './fileOf.ts'
import { translate } from '../../translations/translate.ts'

/** A document's file as an export would write it now and as it was imported, or why it has no file. */
export type OneExportedFile = { path: string; text: string; base: string | undefined } | { reason: string }

/**
 * The file of one document in the locale of the request, for users who may read it; access is checked as the user of the
 * request.
 */
export const exportedFile = async (
  req: PayloadRequest,
  given: Mapping,
  id: DocumentId,
): Promise<OneExportedFile> => {
  const { payload } = req
  const { collection } = given
  const mayRead = await documentsOf(payload).findByID({
    collection,
    id,
    overrideAccess: false,
    req,
    trash: true,
  })
  const row = mayRead ? await rowsOf(payload).findById(collection, id, req) : undefined
  if (!row) return { reason: translate(req, 'answerbook:messages:notFound') }
  if (isInTrash(row)) return { reason: translate(req, 'answerbook:messages:inTrash') }
  const mapping = withImages(payload, given, { req, scope: scopeNameOf(given, row) })
  if (!hasFile(capabilitiesOf(payload, mapping), row)) {
    return { reason: translate(req, 'answerbook:messages:notPublished') }
  }
  const locale = mapping.locales && localeFor(payload, mapping, req.locale)
  const [complete] = await populate(payload, mapping, [row], { locale, req })
  const rows = await fileRecordsOf(payload, req).byDocuments(collection, [id])
  const texts = rows.flatMap(({ exported, text }) => [exported, text])
  await lookUpImages(mapping, { files: texts, documents: [row] }, { isExport: true })
  const known = rowIn(mapping, rows, locale)
  const source = sourceOf(mapping, rows)
  const file = fileOf(mapping, id, complete ?? {}, {
    locale,
    row: known,
    shared: sharedFieldsOf(payload, mapping),
    source: known && source !== known ? knownRecord(mapping, source) : undefined,
  })
  if (!file) return { reason: translate(req, 'answerbook:messages:notTranslated') }
  if ('problem' in file) return { reason: `${file.problem.message} ${file.problem.remedy}` }
  return { path: file.path, text: file.text, base: known?.text }
}
