import { decodeEscapes, encodeEscapes, formOfEscapes } from '../../markdown/escapes.ts'
import type { FrontMatterNode } from '../../frontMatter/types.ts'
import { warningAt } from '../findings.ts'
import type { Codec } from '../types.ts'
import { decodeScalar, unexpectedValue } from './decode.ts'

/**
 * Markdown on one line, with backslash-n for line breaks. A text that would be ambiguous in that form, and one that had
 * real line breaks, is written with real line breaks, in which backslash-n is literal.
 */
export const escapedMarkdown: Codec = {
  name: 'escapedMarkdown',
  isMarkdown: true,
  decode: decodeScalar('a text', (raw, node) => {
    const decoded = decodeEscapes(raw)
    return {
      value: decoded.text,
      findings: decoded.findings.map(({ index, readAs, excerpt }) => ({
        ...warningAt(
          'ambiguous-escape',
          node,
          `Backslash-n was read as ${readAs === 'text' ? 'literal text' : 'a line break'} in '${excerpt}'.`,
          'Check it in the editor; saving a corrected answer removes the ambiguity.',
        ),
        offset: index,
      })),
    }
  }),
  encode: (value, before?: FrontMatterNode) => {
    if (typeof value !== 'string') throw unexpectedValue('escapedMarkdown', value)
    if (before?.kind === 'scalar' && formOfEscapes(before.value) === 'lines')
      return encodeEscapes(value, 'lines')
    const escaped = encodeEscapes(value, 'escaped')
    return decodeEscapes(escaped).text === value ? escaped : encodeEscapes(value, 'lines')
  },
}
