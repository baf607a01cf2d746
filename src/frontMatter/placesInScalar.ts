import { columnOf } from './lines.ts'
import { scalarUnits } from './scalarUnits.ts'
import type { ScalarNode, ScalarStyle } from './types.ts'

export type Place = { line: number; column: number }

const isBlock = (style: ScalarStyle): boolean => style === 'literal' || style === 'folded'

const isSpace = (character: string): boolean => /\s/.test(character)

const offsetOfLine = (text: string, line: number): number => {
  let at = 0
  for (let count = 1; count < line; count += 1) at = text.indexOf('\n', at) + 1
  return at
}

/** Offset of the first character of a scalar; of a block scalar after its header, which a body does not have. */
const startOf = (text: string, { column, line, style }: ScalarNode): number => {
  const start = offsetOfLine(text, line) + column - 1
  return isBlock(style) && column > 1 ? text.indexOf('\n', start) + 1 : start
}

/** Offsets in the file of the characters that are no white space, in their order. */
function* inkOffsets(text: string, node: ScalarNode): Generator<number, undefined> {
  for (const unit of scalarUnits(text, startOf(text, node), node.style)) {
    // YAML folds and indents white space only, so all else stands in the source in the same order as in the value.
    for (const character of unit.text.split('')) if (!isSpace(character)) yield unit.offset
  }
  return undefined
}

/**
 * Where characters of a scalar's value stand in the file, whatever the style it is written in. `offsets` are those of
 * characters that are no white space, ascending; lines and columns count from 1, in UTF-16 code units.
 */
export const placesInScalar = (text: string, node: ScalarNode, offsets: readonly number[]): Place[] => {
  const places: Place[] = []
  const ink = inkOffsets(text, node)
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
