import type { Codec } from '../types.ts'
import { checkbox } from './checkbox.ts'
import { unexpectedValue } from './decode.ts'

/**
 * Whether a document is published, from a boolean: `status({ publishedWhen: false })` reads Hugo's `draft: true` as
 * `draft`. The value is `published` or `draft`.
 */
export const status = ({ publishedWhen }: { publishedWhen: boolean }): Codec => {
  const flag = checkbox()
  return {
    name: 'status',
    typed: true,
    decode: (node) => {
      const { value, findings } = flag.decode(node)
      if (value === undefined) return findings ? { value, findings } : { value }
      return { value: value === publishedWhen ? 'published' : 'draft' }
    },
    encode: (value, before) => {
      if (value !== 'published' && value !== 'draft') throw unexpectedValue('status', value)
      return flag.encode((value === 'published') === publishedWhen, before)
    },
  }
}
