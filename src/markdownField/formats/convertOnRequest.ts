import type { FieldHook, FieldHookArgs } from 'payload'

import { convertMarkdown } from './convertMarkdown.ts'
import { isMarkdownFormat, markdownFormats } from './markdownFormats.ts'
import { isRecord } from '../../documents/documents.ts'
import { RefusalError } from '../../documents/RefusalError.ts'

const isNamedByPath = ({ collection, data, global, req }: FieldHookArgs): boolean => {
  const document: unknown = data
  const id = isRecord(document) ? String(document.id) : ''
  const own = global
    ? `/globals/${String(global.slug)}`
    : `/${collection?.slug ?? ''}/${encodeURIComponent(id)}`
  return req.pathname.replace(/\/+$/, '').endsWith(own)
}

/**
 * Whether a value goes directly into the response to a REST read. Such reads do not override access: lists and
 * versions, in which it is undefined; the single document that the path names; and, on deeper levels, what they
 * populate. Any other read is the program's own, and its value may be written back.
 */
const isAnswer = (args: FieldHookArgs): boolean => {
  const { currentDepth = 1, overrideAccess, req } = args
  if (req.payloadAPI !== 'REST' || req.method !== 'GET' || overrideAccess === true) return false
  return overrideAccess === undefined || currentDepth > 1 || isNamedByPath(args)
}

/**
 * Returns a Markdown field in the format that a REST read requests with `?<field name>Format=`. All other reads return
 * the Markdown. Throws an error of status 400 for an unknown format.
 */
export const convertOnRequest: FieldHook = async (args): Promise<unknown> => {
  const { field, req } = args
  const value: unknown = args.value
  const parameter = `${field.name}Format`
  const format = isAnswer(args) ? req.query[parameter] : undefined
  if (format === undefined) return value
  if (!isMarkdownFormat(format)) {
    throw new RefusalError(`${parameter} must be one of ${markdownFormats.join(', ')}.`, 400)
  }
  if (typeof value !== 'string') return value
  const converted = await convertMarkdown(value, format)
  if (format !== 'lexical') return converted
  const lexical: unknown = JSON.parse(converted)
  return lexical
}
