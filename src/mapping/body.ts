import type { Change, FrontMatter } from '../frontMatter/types.ts'
import type { ValueBinding } from './bindings.ts'
import { bodyNode } from './bodyNode.ts'
import { bodyParts } from './bodyParts.ts'
import { isEmpty } from './isEmpty.ts'
import { sameValue } from './sameValue.ts'
import type { MappedRecord } from './types.ts'

/** The change that puts a record's text into the body, between the blank lines that stand there, or none. */
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
