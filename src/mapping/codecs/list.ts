import type { Codec } from '../types.ts'
import { unexpectedValue, wrongType } from './decode.ts'

const expected = 'a list of texts'

/** A list of texts. A text with commas is not one. */
export const list: Codec = {
  name: 'list',
  decode: (node) => {
    if (node.kind === 'scalar' && node.value === '') return { value: undefined }
    if (node.kind !== 'list') return wrongType(node, expected)
    const texts: string[] = []
    for (const item of node.items) {
      if (item.kind !== 'scalar') return wrongType(item, expected)
      texts.push(item.value)
    }
    return { value: texts }
  },
  encode: (value) => {
    if (!Array.isArray(value)) throw unexpectedValue('list', value)
    return value
  },
}
