import type { Fault } from './fault.ts'
import type { Limits } from './types.ts'

/** Where the parts of a file stand, as offsets. */
export type Parts = {
  /** Start of the line after the opening marker. */
  start: number
  /** Start of the closing marker's line. */
  close: number
  /** Start of the body: the line after the closing marker, or the end of the file. */
  body: number
  /** The line break of the opening marker, which new lines take. */
  eol: '\n' | '\r\n'
}

const opening = /^\uFEFF?---[ \t]*(\r?\n|$)/
const closing = /^(?:---|\.\.\.)[ \t]*\r?$/
const closedTwice = /^\.\.\.[ \t]*\r?\n---[ \t]*\r?(?:\n|$)/
const otherFormat = /^\uFEFF?(?:---[ \t]*[A-Za-z]|\+\+\+|\{[ \t]*\r?\n)/

const missing: Fault = {
  offset: 0,
  code: 'missing-front-matter',
  message: 'The file does not begin with front matter.',
  remedy: 'Put front matter between two lines `---` at the very top of the file.',
}
const unsupported: Fault = {
  offset: 0,
  code: 'unsupported-format',
  message: 'The front matter is in a format other than YAML.',
  remedy: 'Rewrite the front matter as YAML between two lines that hold `---` and nothing else.',
}
const unterminated: Fault = {
  offset: 0,
  code: 'unterminated-front-matter',
  message: 'The front matter is opened but never closed.',
  remedy: 'Add a line `---` (or `...`) after the last key.',
}

const tooLong = (offset: number, limit: number): Fault => ({
  offset,
  code: 'too-large',
  message: `The line has more than ${limit} characters.`,
  remedy: 'Shorten the line, or raise the limit.',
})

/** Finds the front matter and the body of a file by its marker lines, without looking inside. `...` closes it too. */
export const splitFile = (text: string, limits: Limits): { parts: Parts } | { fault: Fault } => {
  const marker = opening.exec(text)
  if (!marker) return { fault: otherFormat.test(text) ? unsupported : missing }
  if (!marker[1]) return { fault: unterminated }
  const start = marker[0].length
  for (let at = start; at < text.length;) {
    const newline = text.indexOf('\n', at)
    const end = newline < 0 ? text.length : newline
    if (end - at > limits.lineLength) return { fault: tooLong(at, limits.lineLength) }
    const line = text.slice(at, Math.min(end, at + 1024))
    // With `---` right below `...` readers do not agree where the body begins, and `...` is refused as YAML.
    if (closing.test(line) && !closedTwice.test(text.slice(at, at + 1024))) {
      const eol = marker[1] === '\r\n' ? '\r\n' : '\n'
      return { parts: { start, close: at, body: newline < 0 ? end : end + 1, eol } }
    }
    at = end + 1
  }
  return { fault: unterminated }
}
