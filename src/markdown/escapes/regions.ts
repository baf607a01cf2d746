import { closingDollar, isFormula } from '../dollars.ts'
import { latexCommands } from './latexCommands.ts'

export type Region = {
  kind: 'fence' | 'codeSpan' | 'inlineMath' | 'displayMath'
  /** Offsets of the content, without the delimiters. */
  start: number
  end: number
  /** Offset after the closing delimiter. */
  next: number
}

/** Maximum length of an inline construct, so that a stray opening character costs a bounded search. */
const maxInlineLength = 1000
const maxDisplayLength = 5000

const opening = /\\\$|\\[([]|\$\$?|`+|~{3,}/g
const commandRests = [...latexCommands].map((name) => name.slice(1)).join('|')
/** What an inline construct never extends across: the start of another block, or an empty line. */
const blockStart = new RegExp(
  String.raw`\\n[ \t]*(?:[-*+>][ \t]|#{1,6} |\||\d+[.)] |\\n(?!(?:${commandRests})(?![A-Za-z])))`,
)
/** What may precede a code fence on its line. */
const fencePrefix = /(?:^|\\n)[ \t]*(?:(?:[-*+>]|\d+[.)])[ \t]+)*$/

const within = (raw: string, start: number, maxLength: number): string => {
  const text = raw.slice(start, start + maxLength)
  const stop = blockStart.exec(text)
  return stop ? text.slice(0, stop.index) : text
}

const fence = (raw: string, at: number, marks: string): Region | undefined => {
  if (marks.length < 3 || !fencePrefix.test(raw.slice(Math.max(0, at - 60), at))) return undefined
  const info = raw.indexOf('\\n', at)
  if (info < 0 || raw.slice(at + marks.length, info).includes('`')) return undefined
  const closing = new RegExp(`\\\\n[ \\t]*(?:>[ \\t]*)*${marks[0]}{${marks.length},}[ \\t]*(?=\\\\n|$)`, 'g')
  closing.lastIndex = info
  const found = closing.exec(raw)
  return found
    ? { kind: 'fence', start: info, end: found.index, next: closing.lastIndex }
    : { kind: 'fence', start: info, end: raw.length, next: raw.length }
}

const codeSpan = (raw: string, at: number, marks: string): Region | undefined => {
  const start = at + marks.length
  const found = new RegExp(`(?<!\`)\`{${marks.length}}(?!\`)`).exec(within(raw, start, maxInlineLength))
  if (!found) return undefined
  const end = start + found.index
  return { kind: 'codeSpan', start, end, next: end + marks.length }
}

const inBrackets = (raw: string, start: number): Region | undefined => {
  const found = /\\\)/.exec(within(raw, start, maxInlineLength))
  if (!found) return undefined
  const end = start + found.index
  return { kind: 'inlineMath', start, end, next: end + found[0].length }
}

/** A formula in single dollars. Its line breaks are decoded unless they begin commands. */
const inDollars = (raw: string, start: number): Region | undefined => {
  const text = within(raw, start, maxInlineLength)
  const close = closingDollar(text, 0)
  if (close < 0) return undefined
  const end = start + close
  const content = text.slice(0, close).replaceAll(/(?<!\\)\\n(?![A-Za-z])/g, '\n')
  const around = { before: raw.charAt(start - 2), content, after: raw.charAt(end + 1) }
  return isFormula(around) ? { kind: 'inlineMath', start, end, next: end + 1 } : undefined
}

const displayMath = (raw: string, start: number, closing: string): Region => {
  const close = raw.slice(start, start + maxDisplayLength).indexOf(closing)
  if (close >= 0)
    return { kind: 'displayMath', start, end: start + close, next: start + close + closing.length }
  // A truncated formula extends to the next block.
  const end = start + within(raw, start, maxDisplayLength).length
  return { kind: 'displayMath', start, end, next: end }
}

const regionAt = (raw: string, at: number, mark: string): Region | undefined => {
  const start = at + mark.length
  if (mark === '\\$') return undefined
  if (mark === '\\(') return inBrackets(raw, start)
  if (mark === '\\[') return displayMath(raw, start, '\\]')
  if (mark === '$$') return displayMath(raw, start, '$$')
  if (mark === '$') return inDollars(raw, start)
  return fence(raw, at, mark) ?? (mark.startsWith('`') ? codeSpan(raw, at, mark) : undefined)
}

/** Finds code and math in a raw answer whose line breaks are backslash-n. In order, without overlaps. */
export const regions = (raw: string): Region[] => {
  const found: Region[] = []
  let next = 0
  for (const match of raw.matchAll(opening)) {
    if (match.index < next) continue
    const region = regionAt(raw, match.index, match[0])
    if (region) found.push(region)
    next = region ? region.next : match.index + match[0].length
  }
  return found
}
