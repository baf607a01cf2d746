import type { Change, FrontMatter, ScalarNode } from '../frontMatter/types.ts'
import type { ValueBinding } from './bindings.ts'
import type { MappedRecord } from './types.ts'
import { isEmpty, sameValue } from './values.ts'

/** The body of a file as a node that codecs can read. */
export const bodyNode = ({ text, body }: FrontMatter): ScalarNode => {
  const parts = bodyParts(body)
  const start = text.length - body.length + parts.before.length
  return {
    kind: 'scalar',
    style: 'literal',
    value: parts.text.replaceAll('\r\n', '\n'),
    line: text.slice(0, start).split('\n').length,
    column: 1,
  }
}

/** The change that writes a record's text into the body, between the existing blank lines; undefined if nothing changes. */
export const bodyChange = (
  binding: ValueBinding,
  frontMatter: FrontMatter,
  base: MappedRecord,
  record: MappedRecord,
): Change | undefined => {
  const value = record.fields[binding.field]
  if (sameValue(binding.codec, base.fields[binding.field], value)) return undefined
  const encoded = isEmpty(value) ? '' : binding.codec.encode(value, bodyNode(frontMatter))
  if (typeof encoded !== 'string')
    throw new TypeError(`The codec '${binding.codec.name}' cannot print a text into the body.`)
  const { before, text, after } = bodyParts(frontMatter.body)
  const isWindows = frontMatter.text.includes('\r\n')
  const end = text === '' && encoded !== '' ? '\n' : after
  const body = `${text === '' && !before.includes('\n') ? '\n' : before}${encoded}${end}`
  return { kind: 'body', body: isWindows ? body.replace(/\r?\n/g, '\r\n') : body }
}

/** A body split into the text that is a field's value, and the blank lines around it. */
export type BodyParts = { before: string; text: string; after: string }

/** Splits off the blank lines before a text and the white space after it. A blank body is all `before`. */
export const bodyParts = (body: string): BodyParts => {
  const before = /^(?:[^\S\n]*\n)*/.exec(body)?.[0] ?? ''
  const text = body.slice(before.length).trimEnd()
  if (text === '') return { before: body, text, after: '' }
  return { before, text, after: body.slice(before.length + text.length) }
}
