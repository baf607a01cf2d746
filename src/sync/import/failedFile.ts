import { APIError, ValidationError } from 'payload'

import { BusyError, ConflictError } from '../../database/refusals.ts'
import { errorMessage } from '../../documents/errorMessage.ts'
import type { Problem } from '../../problems/problems.ts'
import { mappedFields } from '../../mapping/mappedFields.ts'
import { HookError } from '../hookErrors.ts'
import { fileProblem } from './conflictProblems.ts'
import { MissingRelationError } from './dataOfFile.ts'
import type { SourceFile } from './types.ts'

/** The fields that a validation rejects and that no file contains. */
const unknownFields = ({ mapping }: SourceFile, error: unknown): string[] => {
  if (!(error instanceof ValidationError)) return []
  const known = new Set(mappedFields(mapping).map(({ path }) => path))
  return error.data.errors.flatMap(({ path }) => (known.has(path) ? [] : [path]))
}

const hookRemedy = 'Correct the hook, or let it do nothing if context.answerbook is set, and import again.'

const remedyFor = (source: SourceFile, error: unknown): string => {
  if (error instanceof MissingRelationError)
    return 'Correct the name, or create that document, and import again.'
  const [unknown] = unknownFields(source, error)
  if (unknown === undefined) return 'Correct the value that the message names, and import again.'
  // An id must be unique, so one value cannot serve all files.
  return unknown === 'id'
    ? 'Bind a key of the files to "id" in the mapping, or give the field a default, and import again.'
    : `Files do not contain "${unknown}": set it with --set ${unknown}=VALUE, with "values" in the mapping, or by a default of the field.`
}

/**
 * The problem of a document, by the path of its file, whose write was refused or failed in code of the app; undefined
 * if neither the file nor the app is at fault, so that the run must stop. `remedy` is for a refusal.
 */
export const failedDocument = (
  path: string,
  error: unknown,
  remedy = 'Check the document, and import again.',
): Problem | undefined => {
  const sentence = errorMessage(error)
  if (error instanceof HookError) return fileProblem(path, 'hook-failed', sentence, hookRemedy)
  if (error instanceof ConflictError)
    return fileProblem(path, 'conflict', sentence, 'Import again when nobody is editing it.')
  const isRefusal = error instanceof MissingRelationError || error instanceof APIError
  if (!isRefusal || error instanceof BusyError) return undefined
  return fileProblem(path, 'invalid-document', sentence, remedy)
}

/** The same for a file that was to be imported. */
export const failedFile = (source: SourceFile, error: unknown): Problem | undefined =>
  failedDocument(source.path, error, remedyFor(source, error))
