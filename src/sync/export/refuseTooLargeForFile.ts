import type { CollectionBeforeChangeHook, PayloadRequest } from 'payload'

import { maxFileBytes } from '../../files/readTextFile.ts'
import { parseFrontMatter } from '../../frontMatter/parse.ts'
import { documentValue } from '../../mapping/documentValue.ts'
import { exportText } from '../../mapping/exportText.ts'
import type { Mapping } from '../../mapping/types.ts'
import { readDocument } from '../../mapping/document.ts'
import { mappedFields } from '../../mapping/mappedFields.ts'
import { type DocumentId, isDocumentId, type StoredDocument } from '../../documents/documents.ts'
import { InvalidDocumentError } from '../../documents/RefusalError.ts'
import { fileRecordsOf } from '../records/fileRecords.ts'
import { translate } from '../../translations/translate.ts'
import { localeFor } from '../../documents/inLocale.ts'
import { populateRead } from '../../documents/populate.ts'
import { rowIn } from '../locales/fileSet.ts'

// This few characters and values always fit, however the file encodes them.
const fitsInAnyCase = 65_536

/** The number of characters and values in some data; no more is counted than is needed to say that it is over a limit. */
const sizeOf = (value: unknown, limit: number): number => {
  if (typeof value === 'string') return value.length + 1
  if (typeof value !== 'object' || value === null) return 1
  let size = 1
  for (const [name, inner] of Object.entries(value)) {
    size += name.length + sizeOf(inner, limit - size)
    if (size > limit) break
  }
  return size
}

const lengthOf = (value: unknown): number => (typeof value === 'string' ? value.length : 0)

const longestField = (mapping: Mapping, document: Record<string, unknown>): string => {
  const paths = mappedFields(mapping).flatMap(({ path, role }) => (role === 'value' ? [path] : []))
  return paths.reduce((longest, path) =>
    lengthOf(documentValue(document, path)) > lengthOf(documentValue(document, longest)) ? path : longest,
  )
}

/** Why no import could read the text of a file; undefined if one could. */
const tooLarge = (req: PayloadRequest, text: string): string | undefined => {
  const bytes = Buffer.byteLength(text)
  if (bytes > maxFileBytes)
    return translate(req, 'answerbook:messages:fileTooLarge', { bytes, max: maxFileBytes })
  const parsed = parseFrontMatter(text)
  const problem = parsed.ok ? undefined : parsed.findings.find(({ code }) => code === 'too-large')
  return problem && translate(req, 'answerbook:messages:fileUnreadable', { reason: problem.message })
}

const fileText = async (
  req: PayloadRequest,
  mapping: Mapping,
  id: DocumentId | undefined,
  document: Record<string, unknown>,
): Promise<string | undefined> => {
  const locale = mapping.locales && localeFor(req.payload, mapping, req.locale)
  const [complete] = await populateRead(req.payload, mapping, [document], { locale, req })
  const known =
    id === undefined ? [] : await fileRecordsOf(req.payload, req).byDocuments(mapping.collection, [id])
  const row = rowIn(mapping, known, locale)
  const parsed = row?.text === undefined ? undefined : parseFrontMatter(row.text)
  const base = row && parsed?.ok ? { path: row.path, frontMatter: parsed.frontMatter } : undefined
  try {
    return exportText(mapping, readDocument(mapping, complete ?? {}, locale), base)
  } catch {
    // An export reports the error.
    return undefined
  }
}

/**
 * Refuses to save a document whose file would be too large to be imported again, with the reason at its longest field:
 * it could be published, but not exported.
 */
export const refuseTooLargeForFile =
  (mapping: Mapping): CollectionBeforeChangeHook<StoredDocument> =>
  async ({ data, originalDoc, req }) => {
    const document: Record<string, unknown> = { ...originalDoc, ...data }
    if (sizeOf(document, fitsInAnyCase) <= fitsInAnyCase) return data
    const id: unknown = document.id
    const text = await fileText(req, mapping, isDocumentId(id) ? id : undefined, document)
    const message = text === undefined ? undefined : tooLarge(req, text)
    if (message === undefined) return data
    const path = longestField(mapping, document)
    throw new InvalidDocumentError({
      collection: mapping.collection,
      errors: [{ path, message }],
      ...(isDocumentId(id) ? { id } : {}),
      req,
    })
  }
