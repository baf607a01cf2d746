import type { Problem } from '../../problems/problems.ts'
import { parseFrontMatter } from '../../frontMatter/parse.ts'
import type { FrontMatter } from '../../frontMatter/types.ts'
import { type ExportBase, exportText } from '../../mapping/exportText.ts'
import { filePath } from '../../mapping/filePath.ts'
import type { MappedRecord, Mapping } from '../../mapping/types.ts'
import { readDocument } from '../../mapping/document.ts'
import { readFile } from '../../mapping/readFile.ts'
import type { DocumentId } from '../../documents/documents.ts'
import { errorMessage } from '../../documents/errorMessage.ts'
import { fileProblem } from '../import/conflictProblems.ts'
import { knownRecord } from '../locales/fileSet.ts'
import { hasContent, type SharedFields, withOwnShared } from '../locales/sharedFields.ts'
import type { FileRow } from '../records/fileRows.ts'
import { withoutHookValues } from '../records/hookValues.ts'
import { incompleteDraft, refusalOf } from './readsBack.ts'

/** A file as an export writes it. */
export type ExportedFile = {
  path: string
  text: string
  collection: string
  document: DocumentId
  row: FileRow | undefined
}

/** A document that should have a file but cannot. */
export type Unexportable = { document: DocumentId; problem: Problem }

type Given = {
  /** Its row of the file records. */
  row: FileRow | undefined
  /** The locale of the file, for a mapping with `locales`. */
  locale?: string | undefined
  /** Fields that are not localized, and the source file that sets them; undefined for the source file itself. */
  shared?: SharedFields
  source?: MappedRecord | undefined
}

const baseOf = (mapping: Mapping, path: string, frontMatter: FrontMatter): Required<ExportBase> => ({
  path,
  frontMatter,
  record: readFile(mapping, path, frontMatter).record,
})

const recordOf = (
  mapping: Mapping,
  stored: MappedRecord,
  base: Required<ExportBase> | undefined,
  { row, shared, source }: Given,
): MappedRecord => {
  if (!base || !row) return stored
  const file = base.record
  const edited = withoutHookValues(mapping, stored, file, row.hookValues)
  const known = source && (row.exported === undefined ? file : knownRecord(mapping, row))
  return shared && known ? withOwnShared(mapping, shared, edited, { own: known, source }) : edited
}

/**
 * The file of one document, from its populated state; undefined if it has no content in the locale of the file. Shared
 * fields have the values of the document, unless the file and the source file had different values.
 */
export const fileOf = (
  mapping: Mapping,
  id: DocumentId,
  complete: Record<string, unknown>,
  given: Given,
): ExportedFile | Unexportable | undefined => {
  const { locale, row, shared = new Set<string>() } = given
  const parsed = row?.text === undefined ? undefined : parseFrontMatter(row.text)
  const base = row && parsed?.ok ? baseOf(mapping, row.path, parsed.frontMatter) : undefined
  const stored = readDocument(mapping, complete, locale)
  if (locale !== undefined && !isWritten(mapping, shared, stored, base)) return undefined
  const record = recordOf(mapping, stored, base, given)
  const path = filePath(mapping, record, { previous: row?.path })
  const failed = (message: string, remedy: string): Unexportable => {
    const problem = fileProblem(path ?? row?.path ?? String(id), 'unprintable', message, remedy)
    return { document: id, problem: complete._status === 'draft' ? incompleteDraft(problem) : problem }
  }
  if (path === undefined) {
    return failed(
      `Document ${String(id)} of ${mapping.collection} has no path: a part of ${[mapping.files].flat().join(', ')} is empty, or the mapping ignores its name.`,
      'Fill in what is missing, or change its name.',
    )
  }
  try {
    const text = exportText(mapping, record, base)
    const isKnown = text === row?.text || text === row?.exported
    const refusal = isKnown ? undefined : refusalOf(mapping, path, text)
    if (refusal) return failed(`An import would refuse its file: ${refusal.message}`, refusal.remedy)
    return { path, text, collection: mapping.collection, document: id, row }
  } catch (error) {
    return failed(errorMessage(error), 'Remove the named text from the document.')
  }
}

// A file that had no localized content when it was imported is kept.
const isWritten = (
  mapping: Mapping,
  shared: SharedFields,
  stored: MappedRecord,
  base: Required<ExportBase> | undefined,
): boolean =>
  hasContent(mapping, shared, stored) || (base !== undefined && !hasContent(mapping, shared, base.record))
