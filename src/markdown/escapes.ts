import { decisions } from './escapes/decisions.ts'

/** How a raw answer writes its line breaks: as backslash-n, or as real ones. */
export type EscapesForm = 'escaped' | 'lines'

/** Detects how a raw text writes its line breaks. A text without any counts as escaped, as almost all files are. */
export const formOfEscapes = (raw: string): EscapesForm => (raw.includes('\n') ? 'lines' : 'escaped')

/**
 * The form with real line breaks, in which backslash-n means just these two characters. It is recognized by its line
 * breaks, so a single line is written with an additional line break at its end, just as a YAML block scalar ends with
 * one anyway. Every text can therefore be written, and the two functions are inverse.
 */
const lines = {
  /** Decodes a raw text with at least one line break. */
  decode: (raw: string): string => (/^[^\n]*\n+$/.test(raw) ? raw.slice(0, -1) : raw),
  /** Encodes any text as a raw text with at least one line break. */
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
 * Turns backslash-n into line breaks, except where it begins a LaTeX command in a formula, and except in code spans and
 * in strings in code blocks. A raw text that has real line breaks is returned unchanged. If the context is ambiguous,
 * the more likely reading is taken and reported.
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
 * Encodes a text in its original form: `encodeEscapes(decodeEscapes(raw).text, formOfEscapes(raw))` is `raw` for every
 * string. The form `lines` can represent every text; the form `escaped` only those that survive `decodeEscapes`, which
 * the caller checks (see `escapedMarkdown`).
 */
export const encodeEscapes = (text: string, form: EscapesForm): string =>
  form === 'lines' ? lines.encode(text) : text.replaceAll('\n', '\\n')
