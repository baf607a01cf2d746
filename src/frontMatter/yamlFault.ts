import type { ErrorCode, YAMLParseError } from 'yaml'
import type { Fault } from './fault.ts'

const remedies: Partial<Record<ErrorCode, string>> = {
  BAD_DQ_ESCAPE: 'Double the backslash, or write the text in single quotes.',
  BAD_INDENT: 'Indent the line like its neighbours.',
  BAD_SCALAR_START: 'Put the text in quotes.',
  BLOCK_AS_IMPLICIT_KEY: 'Put a text that holds `: ` in quotes, or below a `>-`.',
  MISSING_CHAR: 'Add the missing character, or put the text in quotes.',
  MULTILINE_IMPLICIT_KEY: 'Write each key on one line, followed by a colon and a space.',
  TAB_AS_INDENT: 'Indent with spaces.',
}

/** Tells a syntax error of the YAML library as a fault. */
export const yamlFault = (error: YAMLParseError): Fault => ({
  offset: error.pos[0],
  code: 'invalid-yaml',
  message: `The front matter is not valid YAML: ${error.message}.`,
  remedy: remedies[error.code] ?? 'Correct the syntax, or put the text in quotes.',
})
