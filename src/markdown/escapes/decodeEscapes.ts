import { decisions } from './decisions.ts'
import { formOfEscapes } from './formOfEscapes.ts'
import { lines } from './lines.ts'

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
 * code spans and in the strings of code blocks. A raw text that has real line breaks is taken as it is.
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
