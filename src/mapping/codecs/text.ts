import type { Codec } from '../types.ts'
import { decodeScalar, unexpectedValue } from './decode.ts'

/** A text, unchanged: `no`, `017` and `null` are texts. */
export const text: Codec = {
  name: 'text',
  decode: decodeScalar('a text', (value) => ({ value })),
  encode: (value) => {
    if (typeof value !== 'string') throw unexpectedValue('text', value)
    return value
  },
}
