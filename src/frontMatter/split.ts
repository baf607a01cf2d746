import { badCharacter, type Fault } from './fault.ts'
import type { FrontMatterSyntax, Limits } from './types.ts'

/** The offsets of the parts of a file. */
export type Parts = {
  syntax: FrontMatterSyntax
  /** Start of the line after the opening marker. */
  start: number
  /** Start of the closing marker's line. */
  close: number
  /** Start of the body: the line after the closing marker, or the end of the file. */
  body: number
  /** The line break of the opening marker, which new lines use. */
  eol: '\n' | '\r\n'
}

/** Finds the front matter and the body of a file without parsing them, or reports why that is impossible. */
export const splitFile = (
  text: string,
  limits: Limits,
): { ok: true; parts: Parts } | { ok: false; fault: Fault } => {
  if (text.length > limits.characters) return { ok: false, fault: tooLarge(limits.characters) }
  const bad = badCharacter(text)
  if (bad) return { ok: false, fault: bad }
  const split = splitAtMarkers(text, limits)
  if (!split.ok) return split
  const lone = loneReturn.exec(text.slice(0, split.parts.close))
  return lone ? { ok: false, fault: { offset: lone.index, ...loneReturnFault } } : split
}

const openings: { syntax: FrontMatterSyntax; opening: RegExp; closing: RegExp; marker: string }[] = [
  {
    syntax: 'yaml',
    opening: /^\uFEFF?---[ \t]*(\r?\n|$)/,
    // `...` ends a YAML document too.
    closing: /^(?:---|\.\.\.)[ \t]*\r?$/,
    marker: '`---` (or `...`)',
  },
  {
    syntax: 'toml',
    // Zola accepts blank lines above it.
    opening: /^\uFEFF?(?:[ \t]*\r?\n)*\+\+\+[ \t]*(\r?\n|$)/,
    closing: /^\+\+\+[ \t]*\r?$/,
    marker: '`+++`',
  },
]
const closedTwice = /^\.\.\.[ \t]*\r?\n---[ \t]*\r?(?:\n|$)/
const otherFormat = /^\uFEFF?(?:---[ \t]*[A-Za-z]|\{[ \t]*\r?\n)/
const loneReturn = /\r(?!\n)/

const splitAtMarkers = (
  text: string,
  limits: Limits,
): { ok: true; parts: Parts } | { ok: false; fault: Fault } => {
  const used = openings.find(({ opening }) => opening.test(text))
  const opened = used?.opening.exec(text)
  if (!used || !opened) return { ok: false, fault: otherFormat.test(text) ? unsupported : missing }
  const start = opened[0].length
  for (let at = start; at < text.length;) {
    const newline = text.indexOf('\n', at)
    const end = newline < 0 ? text.length : newline
    if (end - at > limits.lineLength) return { ok: false, fault: tooLong(at, limits.lineLength) }
    const line = text.slice(at, Math.min(end, at + 1024))
    // If `---` is directly below `...`, parsers disagree about where the body begins; `...` is rejected as YAML.
    if (used.closing.test(line) && !closedTwice.test(text.slice(at, at + 1024))) {
      const eol = opened[1] === '\r\n' ? '\r\n' : '\n'
      const body = newline < 0 ? end : end + 1
      return { ok: true, parts: { syntax: used.syntax, start, close: at, body, eol } }
    }
    at = end + 1
  }
  return { ok: false, fault: unterminated(used.marker) }
}

const missing: Fault = {
  offset: 0,
  code: 'missing-front-matter',
  message: 'The file does not begin with front matter.',
  remedy: 'Put front matter between two lines `---` at the very top of the file.',
}
const unsupported: Fault = {
  offset: 0,
  code: 'unsupported-format',
  message: 'The front matter is in a format other than YAML and TOML.',
  remedy: 'Rewrite it as YAML between two lines `---`, or as TOML between two lines `+++`.',
}
const loneReturnFault: Omit<Fault, 'offset'> = {
  code: 'control-character',
  message: 'The front matter contains a carriage return without a line feed.',
  remedy: 'Save the file with LF or CRLF line endings.',
}

const unterminated = (marker: string): Fault => ({
  offset: 0,
  code: 'unterminated-front-matter',
  message: 'The front matter is opened but never closed.',
  remedy: `Add a line ${marker} after the last key.`,
})

const tooLarge = (limit: number): Fault => ({
  offset: 0,
  code: 'too-large',
  message: `The file has more than ${limit} characters.`,
  remedy: 'Split the file, or raise the limit.',
})

const tooLong = (offset: number, limit: number): Fault => ({
  offset,
  code: 'too-large',
  message: `The line has more than ${limit} characters.`,
  remedy: 'Shorten the line, or raise the limit.',
})
