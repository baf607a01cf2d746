import { Composer, isMap, isScalar, parseDocument } from 'yaml'
import type { ParsedNode, YAMLMap } from 'yaml'
import { type Fault, yamlFault } from './fault.ts'
import type { Limits } from './types.ts'
import type { Parts } from './split.ts'
import { readTokens } from './tokens.ts'

/** A file with the syntax tree of its front matter. Ranges in the tree are offsets into `text`. */
export type Syntax = Parts & { text: string; root: YAMLMap.Parsed }

/** Parses the YAML of a file into its syntax, or reports the first thing that prevents it. */
export const readSyntax = (
  text: string,
  parts: Parts,
  limits: Limits,
): { ok: true; syntax: Syntax } | { ok: false; fault: Fault } => {
  const read = readTokens(text.slice(0, parts.close), limits)
  if (!read.ok) return read
  const composer = new Composer({ schema: 'failsafe', keepSourceTokens: true, uniqueKeys: false })
  const [document] = composer.compose(read.tokens, true, parts.close)
  const error = document?.errors.toSorted((a, b) => a.pos[0] - b.pos[0])[0]
  if (error) return { ok: false, fault: yamlFault(error) }
  const root = isNothing(document?.contents) ? emptyMap(parts.close) : document?.contents
  if (!isMap(root))
    return { ok: false, fault: { offset: Math.max(root?.range[0] ?? 0, parts.start), ...notMapping } }
  return { ok: true, syntax: { text, root, ...parts } }
}

/** Whether front matter is empty or contains only comments: YAML parses that as null, and it means no keys. */
const isNothing = (root: ParsedNode | null | undefined): boolean =>
  root === null || (isScalar(root) && root.type === 'PLAIN' && root.source === '')

/** A map without keys, whose first key is inserted at an offset that begins a line. */
const emptyMap = (at: number): ParsedNode | null => {
  const { contents } = parseDocument('{}', { schema: 'failsafe' })
  if (!isMap(contents)) return contents
  contents.range = [at, at, at]
  contents.flow = false
  delete contents.srcToken
  return contents
}

const notMapping: Omit<Fault, 'offset'> = {
  code: 'not-a-mapping',
  message: 'The front matter is not a list of `key: value` lines.',
  remedy: 'Write each value as `key: value`.',
}
