import type { ScalarStyle } from './types.ts'

/** A part of a scalar's source: where it begins, and the text that it means. */
export type ScalarUnit = { offset: number; text: string }

const named: Record<string, string> = {
  '0': '\0',
  a: '\x07',
  b: '\b',
  e: '\x1b',
  f: '\f',
  n: '\n',
  r: '\r',
  t: '\t',
  v: '\v',
  N: '\x85',
  _: '\xa0',
  L: '\u2028',
  P: '\u2029',
}
const lengths: Record<string, number> = { x: 2, u: 4, U: 8 }

function* doubleQuotedUnits(source: string, start: number): Generator<ScalarUnit> {
  for (let at = start + 1; at < source.length && source[at] !== '"';) {
    const character = source.charAt(at)
    const sign = source.charAt(at + 1)
    const digits = lengths[sign] ?? 0
    const code = source.slice(at + 2, at + 2 + digits)
    if (character !== '\\') yield { offset: at, text: character }
    else if (digits > 0) yield { offset: at, text: String.fromCodePoint(parseInt(code, 16)) }
    else yield { offset: at, text: named[sign] ?? sign }
    at += character === '\\' ? 2 + digits : 1
  }
}

function* singleQuotedUnits(source: string, start: number): Generator<ScalarUnit> {
  for (let at = start + 1; at < source.length; at += 1) {
    const isQuote = source[at] === "'"
    if (isQuote && source[at + 1] !== "'") return
    yield { offset: at, text: source.charAt(at) }
    if (isQuote) at += 1
  }
}

function* unquotedUnits(source: string, start: number): Generator<ScalarUnit> {
  for (let at = start; at < source.length; at += 1) yield { offset: at, text: source.charAt(at) }
}

/**
 * Reads the source of a scalar, from its first character, in the parts that YAML reads: a character, or an escape. What
 * folding and indentation do to white space is left to the caller, and so is the end of a scalar without quotes.
 */
export const scalarUnits = (source: string, start: number, style: ScalarStyle): Generator<ScalarUnit> => {
  if (style === 'double') return doubleQuotedUnits(source, start)
  return style === 'single' ? singleQuotedUnits(source, start) : unquotedUnits(source, start)
}
