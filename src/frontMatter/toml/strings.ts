import { parseTOML } from 'toml-eslint-parser'

import type { ScalarNode, ScalarUnit } from '../types.ts'

type Style = Exclude<ScalarNode['style'], 'plain' | 'folded' | 'literal'>

const quotes: Record<Style, string> = { double: '"', single: "'", multiline: '"""', multilineLiteral: "'''" }

const isEscaped = (style: Style): boolean => style === 'double' || style === 'multiline'

const isMultiline = (style: Style): boolean => style === 'multiline' || style === 'multilineLiteral'

const named: Record<string, string> = { b: '\b', t: '\t', n: '\n', f: '\f', r: '\r' }
const lengths: Record<string, number> = { u: 4, U: 8 }

/**
 * Splits the source of a TOML string into parts: characters, escapes, and line continuations without a value. `start`
 * is the offset of its opening quotes; the last part is before the closing ones. See https://toml.io/en/v1.0.0#string.
 */
export function* tomlUnits(source: string, start: number, style: Style): Generator<ScalarUnit> {
  const quote = quotes[style]
  let at = start + quote.length
  if (isMultiline(style)) at += /^\r?\n/.exec(source.slice(at, at + 2))?.[0].length ?? 0
  while (at < source.length && !isEnd(source, at, quote)) {
    const unit = unitAt(source, at, isEscaped(style))
    yield { offset: at, text: unit.text }
    at += unit.length
  }
}

/** Up to two quotes can directly precede the closing three. */
const isEnd = (source: string, at: number, quote: string): boolean =>
  source.startsWith(quote, at) && (quote.length === 1 || !source.startsWith(quote, at + 1))

const unitAt = (source: string, at: number, escaped: boolean): { text: string; length: number } => {
  const character = source.charAt(at)
  if (character === '\r' && source[at + 1] === '\n') return { text: '\n', length: 2 }
  if (character !== '\\' || !escaped) {
    const text = String.fromCodePoint(source.codePointAt(at) ?? 0)
    return { text, length: text.length }
  }
  const joined = /^\\[ \t]*\r?\n\s*/.exec(source.slice(at))
  if (joined) return { text: '', length: joined[0].length }
  const sign = source.charAt(at + 1)
  const digits = lengths[sign] ?? 0
  const code = source.slice(at + 2, at + 2 + digits)
  return {
    text: digits > 0 ? String.fromCodePoint(parseInt(code, 16)) : (named[sign] ?? sign),
    length: 2 + digits,
  }
}

/**
 * Prints a text in the first of some styles that can express it, or else as a basic string, which can express every
 * text.
 */
export const printTomlString = (value: string, styles: readonly Style[], eol: string): string => {
  const style = styles.find((candidate) => canHold(value, candidate)) ?? 'double'
  const quote = quotes[style]
  const opening = isMultiline(style) ? quote + eol : quote
  return opening + written(value, style, eol) + quote
}

const canHold = (value: string, style: Style): boolean => {
  if (isEscaped(style)) return true
  if (/[^\P{Cc}\t\n]|[\u2028\u2029\ufeff]/u.test(value)) return false
  return style === 'single' ? !/['\n]/.test(value) : !value.includes("'''") && !value.endsWith("'")
}

const written = (value: string, style: Style, eol: string): string => {
  if (style === 'double') return escaped(value)
  if (style === 'multiline') return value.split('\n').map(escapedInLines).join(eol)
  return value.replaceAll('\n', eol)
}

const escaped = (value: string): string =>
  JSON.stringify(value)
    .slice(1, -1)
    .replaceAll(
      /[\u007f-\u009f\u2028\u2029\ufeff\ufffe\uffff]/g,
      (character) => `\\u${character.charCodeAt(0).toString(16).padStart(4, '0')}`,
    )

/** Between lines, quotes need no backslash unless another quote or the end follows. */
const escapedInLines = (line: string): string =>
  escaped(line)
    .replaceAll(/\\"/g, '"')
    .replaceAll(/"(?="|$)/g, '\\"')

/**
 * The source of a TOML string, changed to another value: where the two begin and end alike, the source is kept, with
 * its escapes and line breaks. `undefined` if the style cannot express the value. The source includes its quotes.
 */
export const changeTomlString = (
  source: string,
  value: string,
  style: Style,
  eol: string,
): string | undefined => {
  const units = [...tomlUnits(source, 0, style)]
  let head = 0
  let taken = 0
  for (; head < units.length; head += 1) {
    const { text = '' } = units[head] ?? {}
    if (!value.startsWith(text, taken)) break
    taken += text.length
  }
  let tail = units.length
  let left = value.length
  for (; tail > head; tail -= 1) {
    const { text = '' } = units[tail - 1] ?? {}
    if (left - text.length < taken || !value.slice(taken, left).endsWith(text)) break
    left -= text.length
  }
  const closing = source.length - quotes[style].length
  const from = units[head]?.offset ?? closing
  const to = units[tail]?.offset ?? closing
  const changed = source.slice(0, from) + written(value.slice(taken, left), style, eol) + source.slice(to)
  return canHold(value, style) && isReadAs(changed, value) ? changed : undefined
}

const isReadAs = (source: string, value: string): boolean => {
  try {
    const [pair] = parseTOML(`x = ${source}`, { tomlVersion: '1.0' }).body[0].body
    return pair?.type === 'TOMLKeyValue' && pair.value.type === 'TOMLValue' && pair.value.value === value
  } catch {
    return false
  }
}
