import { nodeAt } from '../../frontMatter/parse.ts'
import type { Problem } from '../../problems/problems.ts'
import { canonicalLinks } from '../../mapping/links.ts'
import type { FieldValue, MappedRecord, RelatedValue } from '../../mapping/types.ts'
import { isRelated, isRelatedList } from '../../mapping/values.ts'
import { errorMessage } from '../../documents/errorMessage.ts'
import { keyOf } from '../resolveRelations.ts'
import type { SourceFile } from './types.ts'

const nameOf = ({ related }: RelatedValue): string => Object.values(related).flat()[0] ?? ''

const shown = (value: FieldValue): string => {
  if (value === undefined) return 'nothing'
  return JSON.stringify(isRelatedList(value) ? value.map(nameOf) : isRelated(value) ? nameOf(value) : value)
}

/** A value of a record as a sentence shows it; for the field of links, their URLs. */
export const valueOf = ({ mapping }: SourceFile, record: MappedRecord, field: string): string =>
  field === mapping.links?.field
    ? JSON.stringify(canonicalLinks(record.links).map(({ url }) => url))
    : shown(record.fields[field])

/** Where a file says a field: at its key, at the first link, or at the top. */
export const positionOf = (
  { frontMatter, mapping, record }: SourceFile,
  field: string,
): { line: number; column: number } => {
  const firstLink = field === mapping.links?.field ? record.links[0]?.line : undefined
  if (firstLink !== undefined) return { line: firstLink, column: 1 }
  const node = nodeAt(frontMatter, keyOf(mapping, field)) ?? frontMatter.root
  return { line: node.line, column: node.column }
}

/** One problem for each field on which file and document disagree, with both values, so that nothing is lost. */
export const conflictProblems = (
  source: SourceFile,
  document: MappedRecord,
  fields: readonly string[],
  of: 'CMS' | 'draft' = 'CMS',
): Problem[] =>
  fields.map((field) => ({
    // What is published has the file's value.
    severity: of === 'draft' ? 'warning' : 'error',
    path: source.path,
    ...positionOf(source, field),
    code: 'conflict',
    message: `"${field}" has changed in the file and in the ${of}. The file says ${valueOf(source, source.record, field)}, the ${of} says ${valueOf(source, document, field)}. The ${of} keeps its value.`,
    remedy:
      'Nothing to do if the CMS is right. Otherwise, take the value of the file on the page of this import, correct it in the CMS, or import again with --take-conflicts file.',
  }))

/** A warning for each field for which hooks of the app have stored a value other than the file's, with both values. */
export const hookProblems = (
  source: SourceFile,
  stored: MappedRecord,
  fields: readonly string[],
): Problem[] =>
  fields.map((field) => ({
    severity: 'warning',
    path: source.path,
    ...positionOf(source, field),
    code: 'changed-by-hook',
    message: `A hook of "${source.mapping.collection}" has changed "${field}" while it was saved. The file says ${valueOf(source, source.record, field)}, the CMS says ${valueOf(source, stored, field)}. The file keeps what it says until somebody edits the value.`,
    remedy:
      'Nothing to do if that is intended. Otherwise, let the hook keep the value if context.answerbook is set.',
  }))

/** A problem of a whole file. */
export const fileProblem = (
  path: string,
  code: Problem['code'],
  message: string,
  remedy: string,
): Problem => ({
  severity: 'error',
  path,
  line: 1,
  column: 1,
  code,
  message,
  remedy,
})

/** The entry in the history for a run that could not finish. */
export const failedRun = (error: unknown, remedy: string): Problem =>
  fileProblem('.', 'run-failed', errorMessage(error), `Fix what the message names. ${remedy}`)

/** The problem of a file whose document is saved each time the import tries to update it. */
export const beingEdited = (path: string): Problem =>
  fileProblem(
    path,
    'conflict',
    'Somebody saved the article of this file each time the import tried to update it.',
    'Import again when nobody is editing it.',
  )

/** The problem of a file whose conflict is to be settled, and which no longer belongs to the document of the conflict. */
export const notItsFile = (path: string): Problem =>
  fileProblem(
    path,
    'conflict',
    'This file no longer belongs to the article that it was in conflict with.',
    'Import it again.',
  )
