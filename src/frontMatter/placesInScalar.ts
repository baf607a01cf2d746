import { columnOf } from './lines.ts'
import { tomlUnits } from './toml/strings.ts'
import type { ScalarNode, ScalarUnit } from './types.ts'

export type Place = { line: number; column: number }

const isBlock = (style: ScalarNode['style']): boolean => style === 'literal' || style === 'folded'

const isSpace = (character: string): boolean => /\s/.test(character)

const offsetOfLine = (text: string, line: number): number => {
  let at = 0
  for (let count = 1; count < line; count += 1) at = text.indexOf('\n', at) + 1
  return at
}

/** Offset of the first character of a scalar; for a block scalar, after its header, which a body does not have. */
const startOf = (text: string, { column, line, style }: ScalarNode): number => {
  const start = offsetOfLine(text, line) + column - 1
  return isBlock(style) && column > 1 ? text.indexOf('\n', start) + 1 : start
}

/** Offsets in the file of the non-space characters, in order. */
function* nonSpaceOffsets(text: string, node: ScalarNode): Generator<number, undefined> {
  for (const unit of scalarUnits(text, startOf(text, node), node.style)) {
    // YAML only folds and indents white space, so everything else is in the source in the same order as in the value.
    for (const character of unit.text.split('')) if (!isSpace(character)) yield unit.offset
  }
  return undefined
}

/**
 * The positions in the file of characters of a scalar's value, whatever its style. `offsets` are those of non-space
 * characters, ascending; lines and columns count from 1, in UTF-16 code units.
 */
export const placesInScalar = (text: string, node: ScalarNode, offsets: readonly number[]): Place[] => {
  const places: Place[] = []
  const ink = nonSpaceOffsets(text, node)
  let at = 0
  let line = node.line
  let counted = offsetOfLine(text, line)
  for (const offset of offsets) {
    let found = ink.next()
    for (; at < offset; at += 1) if (!isSpace(node.value.charAt(at))) found = ink.next()
    at += 1
    const source = found.value ?? counted
    for (let next; (next = text.indexOf('\n', counted)) >= 0 && next < source; counted = next + 1) line += 1
    places.push({ line, column: columnOf(text, source) + 1 })
  }
  return places
}

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
 * Splits the source of a scalar, from its first character, into the units of YAML and TOML: characters and escapes. The
 * caller handles the effect of folding and indentation on white space, and the end of an unquoted scalar.
 */
export const scalarUnits = (
  source: string,
  start: number,
  style: ScalarNode['style'],
): Generator<ScalarUnit> => {
  if (style === 'multiline' || style === 'multilineLiteral') return tomlUnits(source, start, style)
  if (style === 'double') return doubleQuotedUnits(source, start)
  return style === 'single' ? singleQuotedUnits(source, start) : unquotedUnits(source, start)
}
