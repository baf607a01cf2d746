import type { Problem } from '../../problems/problems.ts'
import { parseFrontMatter } from '../../frontMatter/parse.ts'
import { type ExportBase, exportText } from '../../mapping/exportText.ts'
import { filePath } from '../../mapping/filePath.ts'
import type { MappedRecord, Mapping } from '../../mapping/types.ts'
import { readDocument } from '../../mapping/document.ts'
import { readFile } from '../../mapping/readFile.ts'
import type { DocumentId } from '../../documents/documents.ts'
import { errorMessage } from '../../documents/errorMessage.ts'
import { fileProblem } from '../import/conflictProblems.ts'
import type { FileRow } from '../records/fileRows.ts'
import { type HookValues, withoutHookValues } from '../records/hookValues.ts'
import { incompleteDraft, refusalOf } from './readsBack.ts'

/** A file as an export writes it. */
export type ExportedFile = {
  path: string
  text: string
  collection: string
  document: DocumentId
  row: FileRow | undefined
}

/** A document that should have a file and cannot. */
export type Unexportable = { document: DocumentId; problem: Problem }

const recordOf = (
  mapping: Mapping,
  complete: Record<string, unknown>,
  base: ExportBase | undefined,
  hookValues: HookValues,
): MappedRecord => {
  const record = readDocument(mapping, complete)
  if (!base || Object.keys(hookValues).length === 0) return record
  const file = readFile(mapping, base.path, base.frontMatter).record
  return withoutHookValues(mapping, record, file, hookValues)
}

/** The file of one document, from its populated state and its row of the file records. */
export const fileOf = (
  mapping: Mapping,
  id: DocumentId,
  complete: Record<string, unknown>,
  row: FileRow | undefined,
): ExportedFile | Unexportable => {
  const parsed = row?.text === undefined ? undefined : parseFrontMatter(row.text)
  const base = row && parsed?.ok ? { path: row.path, frontMatter: parsed.frontMatter } : undefined
  const record = recordOf(mapping, complete, base, row?.hookValues ?? {})
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
