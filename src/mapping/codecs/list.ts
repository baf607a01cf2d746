import { isTexts } from '../guards.ts'
import type { Codec } from '../types.ts'
import { unexpectedValue, wrongType } from './decode.ts'

const expected = 'a list of texts'

/** A list of texts. A single text is a list of one and stays a single text; one with commas is not treated as a list. */
export const list: Codec = {
  name: 'list',
  decode: (node) => {
    if (node.kind === 'scalar' && node.value === '') return { value: undefined }
    if (node.kind === 'scalar' && !node.value.includes(',')) return { value: [node.value] }
    if (node.kind !== 'list') return wrongType(node, expected)
    const texts: string[] = []
    for (const item of node.items) {
      if (item.kind !== 'scalar') return wrongType(item, expected)
      texts.push(item.value)
    }
    return { value: texts }
  },
  encode: (value, before) => {
    if (!isTexts(value)) throw unexpectedValue('list', value)
    const [only] = value
    const staysSingle = value.length === 1 && before?.kind === 'scalar' && before.value !== ''
    return staysSingle && only !== undefined && !only.includes(',') ? only : value
  },
}

/**
 * A list of texts that an array field holds, one in the field `field` of each of its rows. An import replaces the rows,
 * so they should have no other fields.
 */
export const rows = ({ field }: { field: string }): Codec => ({ ...list, name: 'rows', row: field })
