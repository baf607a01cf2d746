import { type ErrorCode, LineCounter, type YAMLParseError } from 'yaml'
import type { Finding, ProblemCode } from '../problems/problems.ts'
import { asReason } from '../problems/asReason.ts'

/** A finding as the parser reports it: with an offset into the file instead of a line and column. */
export type Fault = { offset: number; code: ProblemCode; message: string; remedy: string }

/** Returns a function that converts offsets into `text` to lines and columns, both from 1. */
export const locator = (text: string): ((offset: number) => { line: number; column: number }) => {
  const counter = new LineCounter()
  counter.addNewLine(0)
  for (let at = text.indexOf('\n'); at >= 0; at = text.indexOf('\n', at + 1)) counter.addNewLine(at + 1)
  return (offset) => {
    const { line, col } = counter.linePos(offset)
    return { line, column: col }
  }
}

/** Converts faults to findings with a line and column, all of severity `error`. */
export const findingsOf = (text: string, faults: Fault[]): Finding[] => {
  const locate = locator(text)
  return faults.map(({ offset, code, message, remedy }) => ({
    severity: 'error',
    ...locate(offset),
    code,
    message,
    remedy,
  }))
}

const remedies: Partial<Record<ErrorCode, string>> = {
  BAD_DQ_ESCAPE: 'Double the backslash, or write the text in single quotes.',
  BAD_INDENT: 'Indent the line like its neighbours.',
  BAD_SCALAR_START: 'Put the text in quotes.',
  BLOCK_AS_IMPLICIT_KEY: 'Put a text that holds `: ` in quotes, or below a `>-`.',
  MISSING_CHAR: 'Add the missing character, or put the text in quotes.',
  MULTILINE_IMPLICIT_KEY: 'Write each key on one line, followed by a colon and a space.',
  TAB_AS_INDENT: 'Indent with spaces.',
}

/** Converts a syntax error of the YAML library to a fault. */
export const yamlFault = (error: YAMLParseError): Fault => ({
  offset: error.pos[0],
  code: 'invalid-yaml',
  message: `The front matter is not valid YAML: ${asReason(error.message)}.`,
  remedy: remedies[error.code] ?? 'Correct the syntax, or put the text in quotes.',
})

// C0 without tab and line breaks. DEL and C1 are odd but harmless, and YAML parsers accept them.
const control = /[^\P{Cc}\t\n\r\u007f-\u009f]/u
const loneSurrogate = /\p{Surrogate}/u

/** Reports the first character in a text that no file may contain; `undefined` for a clean text. */
export const badCharacter = (text: string): Fault | undefined => {
  const found = control.exec(text)
  if (found) {
    const code = found[0].charCodeAt(0).toString(16).toUpperCase().padStart(4, '0')
    return {
      offset: found.index,
      code: 'control-character',
      message: `The text contains the control character U+${code}.`,
      remedy:
        'Remove the character; if a backslash was meant, as in LaTeX, do not write it in double quotes.',
    }
  }
  const half = text.isWellFormed() ? undefined : loneSurrogate.exec(text)
  if (!half) return undefined
  return {
    offset: half.index,
    code: 'invalid-utf8',
    message: 'The text contains half of a surrogate pair, which UTF-8 cannot encode.',
    remedy: 'Replace the broken character.',
  }
}

/** Reports more keys and values than the limit. */
export const tooManyNodes = (offset: number, limit: number): Fault => ({
  offset,
  code: 'too-many-nodes',
  message: `The front matter has more than ${limit} keys and values.`,
  remedy: 'Split the file, or raise the limit.',
})

/** Reports maps and lists that are nested deeper than the limit. */
export const tooDeep = (offset: number, limit: number): Fault => ({
  offset,
  code: 'too-deep',
  message: `The front matter nests maps and lists more than ${limit} deep.`,
  remedy: 'Flatten the value, or put the text in quotes if no list was meant.',
})
