import { decisions } from './escapes/decisions.ts'

/** How a raw answer writes its line breaks: as backslash-n, or as they are. */
export type EscapesForm = 'escaped' | 'lines'

/** Says how a raw text writes its line breaks. A text without any counts as escaped, as nearly all files are. */
export const formOfEscapes = (raw: string): EscapesForm => (raw.includes('\n') ? 'lines' : 'escaped')

/**
 * The form with real line breaks, in which backslash-n means just these two characters.
 * It is recognised by its line breaks, so a text of a single line is written with one more at its end, as a
 * YAML block scalar ends with one anyway. That makes every text writable: the two functions are inverse.
 */
const lines = {
  /** Raw text with at least one line break to the text it means. */
  decode: (raw: string): string => (/^[^\n]*\n+$/.test(raw) ? raw.slice(0, -1) : raw),
  /** Any text to a raw text with at least one line break. */
  encode: (text: string): string => (/^[^\n]*\n*$/.test(text) ? `${text}\n` : text),
}

/** A backslash-n that could be read either way. */
export type AmbiguousEscape = {
  /** Offset of its backslash in the raw text. */
  index: number
  /** How it was read. */
  readAs: 'line break' | 'text'
  /** The raw text around it. */
  excerpt: string
}

const ambiguous = (raw: string, index: number, isLineBreak: boolean): AmbiguousEscape => ({
  index,
  readAs: isLineBreak ? 'line break' : 'text',
  excerpt: raw.slice(Math.max(0, index - 20), index + 22),
})

/**
 * Turns backslash-n into line breaks where it is one: not where it begins a LaTeX command in a formula, nor in
 * code spans and in the strings of code blocks. A raw text that has real line breaks is kept as it is.
 * What the context cannot decide is read the likelier way and listed.
 */
export const decodeEscapes = (raw: string): { text: string; findings: AmbiguousEscape[] } => {
  const findings: AmbiguousEscape[] = []
  if (formOfEscapes(raw) === 'lines') {
    for (const match of raw.matchAll(/\\n(?![A-Za-z])/g)) findings.push(ambiguous(raw, match.index, false))
    return { text: lines.decode(raw), findings: findings.slice(0, 1) }
  }
  let text = ''
  let at = 0
  for (const { index, isLineBreak, isAmbiguous } of decisions(raw)) {
    if (isAmbiguous) findings.push(ambiguous(raw, index, isLineBreak))
    if (!isLineBreak) continue
    text += `${raw.slice(at, index)}\n`
    at = index + 2
  }
  return { text: text + raw.slice(at), findings }
}

/**
 * Writes a text back in the form that it had: `encodeEscapes(decodeEscapes(raw).text, formOfEscapes(raw))`
 * is `raw` for every string. The form `lines` can hold every text; the form `escaped` holds those that
 * `decodeEscapes` gives back, which the caller checks (`escapedMarkdown` does).
 */
export const encodeEscapes = (text: string, form: EscapesForm): string =>
  form === 'lines' ? lines.encode(text) : text.replaceAll('\n', '\\n')
