import { Composer, isMap, isScalar, parseDocument } from 'yaml'
import type { ParsedNode, YAMLMap } from 'yaml'
import { badCharacter, type Fault, yamlFault } from './fault.ts'
import type { Limits } from './types.ts'
import { splitFile } from './split.ts'
import type { Parts } from './split.ts'
import { readTokens } from './tokens.ts'

/** A file with the syntax tree of its front matter. Ranges in the tree are offsets into `text`. */
export type Syntax = Parts & { text: string; root: YAMLMap.Parsed }

const loneReturn = /\r(?!\n)/

/** Reads a file into its syntax, or says the first thing that keeps it from being read. */
export const readSyntax = (text: string, limits: Limits): { syntax: Syntax } | { fault: Fault } => {
  if (text.length > limits.characters) return { fault: tooLarge(limits.characters) }
  const bad = badCharacter(text)
  if (bad) return { fault: bad }
  const split = splitFile(text, limits)
  if ('fault' in split) return split
  const { parts } = split
  const source = text.slice(0, parts.close)
  const lone = loneReturn.exec(source)
  if (lone) return { fault: { offset: lone.index, ...loneReturnFault } }
  const read = readTokens(source, limits)
  if ('fault' in read) return read
  const composer = new Composer({ schema: 'failsafe', keepSourceTokens: true, uniqueKeys: false })
  const [document] = composer.compose(read.tokens, true, parts.close)
  const error = document?.errors.toSorted((a, b) => a.pos[0] - b.pos[0])[0]
  if (error) return { fault: yamlFault(error) }
  const root = isNothing(document?.contents) ? emptyMap(parts.close) : document?.contents
  if (!isMap(root)) return { fault: { offset: Math.max(root?.range[0] ?? 0, parts.start), ...notMapping } }
  return { syntax: { text, root, ...parts } }
}

/** Whether front matter holds nothing, or comments alone: YAML reads that as null, and it means no keys. */
const isNothing = (root: ParsedNode | null | undefined): boolean =>
  root === null || (isScalar(root) && root.type === 'PLAIN' && root.source === '')

/** A map without keys, whose first key goes to an offset that begins a line. */
const emptyMap = (at: number): ParsedNode | null => {
  const { contents } = parseDocument('{}', { schema: 'failsafe' })
  if (!isMap(contents)) return contents
  contents.range = [at, at, at]
  contents.flow = false
  delete contents.srcToken
  return contents
}

const tooLarge = (limit: number): Fault => ({
  offset: 0,
  code: 'too-large',
  message: `The file has more than ${limit} characters.`,
  remedy: 'Split the file, or raise the limit.',
})

const loneReturnFault: Omit<Fault, 'offset'> = {
  code: 'control-character',
  message: 'The front matter holds a carriage return without a line feed.',
  remedy: 'Save the file with LF or CRLF line ends.',
}

const notMapping: Omit<Fault, 'offset'> = {
  code: 'not-a-mapping',
  message: 'The front matter is not a list of `key: value` lines.',
  remedy: 'Write each value as `key: value`.',
}
