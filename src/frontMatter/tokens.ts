import { CST, Lexer, Parser } from 'yaml'
import { type Fault, tooDeep, tooManyNodes } from './fault.ts'
import type { Limits } from './types.ts'

const refused: Partial<Record<CST.TokenType, Omit<Fault, 'offset'>>> = {
  alias: {
    code: 'alias',
    message: 'A value that begins with `*` is a YAML alias.',
    remedy: 'Write the value out, or put the text in quotes.',
  },
  anchor: {
    code: 'alias',
    message: 'A value that begins with `&` is a YAML anchor.',
    remedy: 'Remove the anchor, or put the text in quotes.',
  },
  tag: {
    code: 'tag',
    message: 'A value that begins with `!` is a YAML tag.',
    remedy: 'Remove the tag, or put the text in quotes.',
  },
  'explicit-key-ind': {
    code: 'invalid-yaml',
    message: 'A key that begins with `? ` is not supported.',
    remedy: 'Write the key as `key: value`.',
  },
  'doc-start': {
    code: 'invalid-yaml',
    message: 'The front matter contains a second YAML document.',
    remedy: 'Keep one document between the two lines `---`.',
  },
  'doc-end': {
    code: 'invalid-yaml',
    message: 'The front matter is closed twice, by the line `...` and by the line `---` below it.',
    remedy: 'Remove one of the two lines.',
  },
  'directive-line': {
    code: 'invalid-yaml',
    message: 'YAML directives are not supported.',
    remedy: 'Remove the line that begins with `%`.',
  },
}

const counted = new Set<CST.TokenType | null>([
  'single-quoted-scalar',
  'double-quoted-scalar',
  'scalar',
  'block-scalar-header',
  'flow-map-start',
  'flow-seq-start',
  'seq-item-ind',
  'map-value-ind',
])

/**
 * Tokenizes YAML incrementally, so that a hostile text is rejected before it costs anything. Anchors, aliases, tags and
 * further documents are rejected as well: front matter is a tree of texts.
 */
export const readTokens = (
  source: string,
  limits: Limits,
): { ok: true; tokens: CST.Token[] } | { ok: false; fault: Fault } => {
  const parser = new Parser()
  const tokens: CST.Token[] = []
  let nodes = 0
  let lexemes = 0
  let opened = false
  let inScalar = false
  for (const lexeme of new Lexer().lex(source)) {
    const { offset } = parser
    // The lexeme after a scalar mark is its text, whatever it looks like.
    const type: CST.TokenType | null = inScalar ? null : CST.tokenType(lexeme)
    inScalar = type === 'scalar'
    const refusal = type && (type !== 'doc-start' || opened) ? refused[type] : undefined
    if (refusal) return { ok: false, fault: { offset, ...refusal } }
    opened ||= type === 'doc-start'
    if (counted.has(type)) nodes += 1
    lexemes += 1
    // Blank lines and comments are not nodes, but millions of them would exhaust the parser nevertheless.
    if (nodes > limits.nodes || lexemes > limits.nodes * 10)
      return { ok: false, fault: tooManyNodes(offset, limits.nodes) }
    tokens.push(...parser.next(lexeme))
    if (depthOf(parser, limits.depth) > limits.depth)
      return { ok: false, fault: tooDeep(offset, limits.depth) }
  }
  tokens.push(...parser.end())
  return { ok: true, tokens }
}

const depthOf = ({ stack }: Parser, limit: number): number =>
  stack.length <= limit ? 0 : stack.filter((token) => CST.isCollection(token)).length
