import type { FrontMatter, ScalarNode } from '../frontMatter/types.ts'
import { bodyParts } from './bodyParts.ts'

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
