import type { Payload } from 'payload'

import { maxFileBytes } from '../../files/readTextFile.ts'
import type { Finding, Problem } from '../../problems/problems.ts'
import { parseFrontMatter } from '../../frontMatter/parse.ts'
import { documentValue } from '../../mapping/documentValue.ts'
import type { Mapping } from '../../mapping/types.ts'
import { readFile } from '../../mapping/readFile.ts'
import { bindings } from '../../mapping/bindings.ts'
import { collectionOf } from '../../documents/documents.ts'

type Refusal = Pick<Finding, 'message' | 'remedy'>

/** Why an import would reject a file that an export is about to write; undefined if it would accept it. */
export const refusalOf = (mapping: Mapping, path: string, text: string): Refusal | undefined => {
  const bytes = Buffer.byteLength(text)
  if (bytes > maxFileBytes)
    return { message: `It has ${bytes} bytes; the limit is ${maxFileBytes}.`, remedy: 'Shorten the text.' }
  const parsed = parseFrontMatter(text)
  if (!parsed.ok) return parsed.findings[0]
  return readFile(mapping, path, parsed.frontMatter).findings.find(({ severity }) => severity === 'error')
}

/** The problem of a document that cannot become a file, if it is a draft: that is not an error yet. */
export const incompleteDraft = (problem: Problem): Problem => ({
  ...problem,
  severity: 'warning',
  code: 'incomplete-draft',
  message: `This draft has no file yet. ${problem.message}`,
  remedy: 'Complete the draft, or delete it.',
})

const isEmptyValue = (value: unknown): boolean =>
  value === undefined || value === null || (typeof value === 'string' && value.trim() === '')

/** Whether a draft is still empty: without a title, required values or a body. */
export const isBlank = (payload: Payload, mapping: Mapping, document: Record<string, unknown>): boolean => {
  const { body, values } = bindings(mapping)
  const { useAsTitle } = payload.collections[collectionOf(payload, mapping.collection)].config.admin
  const fields = [...values.filter(({ required }) => required), ...(body ? [body] : [])]
  const names = [...fields.map(({ field }) => field), ...(useAsTitle === undefined ? [] : [useAsTitle])]
  const hasValue = (name: string): boolean => name !== 'id' && !isEmptyValue(documentValue(document, name))
  return document._status === 'draft' && !names.some(hasValue)
}
