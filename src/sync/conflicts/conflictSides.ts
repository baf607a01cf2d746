import type { PayloadRequest } from 'payload'

import { documentsOf, type StoredDocument } from '../../documents/documents.ts'
import { populate } from '../../documents/populate.ts'
import { rowsOf } from '../../documents/rows.ts'
import { bindings } from '../../mapping/bindings.ts'
import { readDocument } from '../../mapping/document.ts'
import type { MappedRecord, Mapping } from '../../mapping/types.ts'
import { labelsOf } from '../fieldLabels.ts'
import { fieldText } from '../fieldText.ts'
import { recordOfText } from '../locales/fileSet.ts'
import { lookUpImages } from '../images/lookUpImages.ts'
import { withoutHookValues } from '../records/hookValues.ts'
import { titleOf } from '../records/documentTitles.ts'
import { type ConflictFile, conflictFiles } from './conflictFiles.ts'
import type { OpenConflict } from './openConflicts.ts'

/** A conflict with both values as texts, for somebody to choose one. Lists have an item on each line. */
export type ConflictSides = {
  path: string
  /** Slug of the collection of the document. */
  collection: string
  document: { id: string | number; title: string }
  field: string
  label: string
  /** Whether the values are Markdown. */
  isMarkdown: boolean
  cms: string
  file: string
}

const isMarkdown = (mapping: Mapping, field: string): boolean => {
  const { body, byField } = bindings(mapping)
  return byField.get(field)?.codec.isMarkdown === true || body?.field === field
}

const documentRecord = async (
  req: PayloadRequest,
  { row, source }: ConflictFile,
  document: StoredDocument,
): Promise<MappedRecord> => {
  const { mapping, record } = source
  const { locale } = record
  await lookUpImages(mapping, { documents: [document] })
  const [complete] = await populate(req.payload, mapping, [document], { locale })
  const stored = readDocument(mapping, complete ?? {}, locale)
  if (!row) return stored
  return withoutHookValues(mapping, stored, recordOfText(mapping, row.path, row.text), row.hookValues)
}

/**
 * Both sides of some conflicts, for the documents that the author of a request may read. The side of the CMS is the
 * published state, or that of an unpublished document.
 */
export const conflictSides = async (
  req: PayloadRequest,
  conflicts: readonly OpenConflict[],
): Promise<ConflictSides[]> => {
  const { payload } = req
  const sides: ConflictSides[] = []
  for (const conflict of conflicts) {
    const { field, path, scope } = conflict
    const [file] = await conflictFiles(payload, scope, [conflict])
    if (!file) continue
    const { document: id, source } = file
    const { mapping } = source
    const { collection } = mapping
    const readable = await documentsOf(payload).findByID({
      collection,
      id,
      overrideAccess: false,
      req,
      trash: true,
    })
    const document = readable && (await rowsOf(payload).findById(collection, id))
    if (!document) continue
    const record = await documentRecord(req, file, document)
    sides.push({
      path,
      collection,
      document: { id: document.id, title: titleOf(payload, collection, readable) },
      field,
      label: labelsOf(req, collection, [field])[0] ?? field,
      isMarkdown: isMarkdown(mapping, field),
      cms: fieldText(mapping, record, field),
      file: fieldText(mapping, source.record, field),
    })
  }
  return sides
}
