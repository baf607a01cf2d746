import type { EscapesForm } from './formOfEscapes.ts'
import { lines } from './lines.ts'

/**
 * Writes a text back in the form in which it stood: `encodeEscapes(decodeEscapes(raw).text, formOfEscapes(raw))`
 * is `raw` for every string. The form `lines` can hold every text; the form `escaped` holds those that
 * `decodeEscapes` gives back, which the caller checks (`escapedMarkdown` does).
 */
export const encodeEscapes = (text: string, form: EscapesForm): string =>
  form === 'lines' ? lines.encode(text) : text.replaceAll('\n', '\\n')
