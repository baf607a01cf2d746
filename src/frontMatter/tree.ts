import { isMap, isScalar, isSeq } from 'yaml'
import type { Pair, ParsedNode, YAMLMap } from 'yaml'
import { columnOf, lineAt, lineStart, nextLine } from './lines.ts'
import { textOf } from './nodes.ts'

export type ParsedPair = Pair<ParsedNode, ParsedNode | null>

/** A pair with its map and the pairs around it, outermost first. */
export type Found = { pair: ParsedPair; map: YAMLMap.Parsed; parents: ParsedPair[] }

/** The key of a pair as text. */
export const keyOf = (pair: ParsedPair): string => (isScalar(pair.key) ? textOf(pair.key) : '')

/** The value of a pair; `null` if nothing follows the colon. */
export const valueOf = (pair: ParsedPair): ParsedNode | null =>
  pair.srcToken?.value === undefined ? null : pair.value

/** Finds the pair at a key path. */
export const findPair = (root: YAMLMap.Parsed, key: string[]): Found | undefined => {
  const parents: ParsedPair[] = []
  let map = root
  for (const [depth, name] of key.entries()) {
    const pair = map.items.find((item) => keyOf(item) === name)
    if (!pair) return undefined
    if (depth === key.length - 1) return { pair, map, parents }
    const value = valueOf(pair)
    if (!isMap(value)) return undefined
    parents.push(pair)
    map = value
  }
  return undefined
}

/** Offset right after the colon of a pair; for a key without one (`{a}`), after the key. */
export const afterColon = (pair: ParsedPair): { offset: number; colon: boolean } => {
  const colon = pair.srcToken?.sep?.find((token) => token.type === 'map-value-ind')
  return colon ? { offset: colon.offset + 1, colon: true } : { offset: pair.key.range[1], colon: false }
}

/** Offset at which the source of a value ends, excluding comments after it. */
export const endOf = (node: ParsedNode): number => {
  if ((isMap(node) || isSeq(node)) && !node.flow) {
    const last = node.items.at(-1)
    if (last && 'key' in last) return pairEnd(last)
    // An item without a value has an empty node right after its dash.
    if (last) return endOf(last)
  }
  return node.range[1]
}

/** Offset at which the source of a pair ends, excluding comments after it. */
export const pairEnd = (pair: ParsedPair): number => {
  const value = valueOf(pair)
  return value ? endOf(value) : afterColon(pair).offset
}

/** Extends the end of a block's lines to include comments that are indented deeper than the block itself. */
export const withComments = (text: string, end: number, column: number): number => {
  let result = end
  for (let at = end; at < text.length;) {
    const { line, next } = lineAt(text, at)
    const content = line.trimStart()
    if (content.startsWith('#') && line.length - content.length > column) result = next
    else if (content !== '') return result
    at = next
  }
  return result
}

/** The whole lines of a pair of a block map: from its key to the last line of its value and its comments. */
export const linesOf = (text: string, pair: ParsedPair): { start: number; end: number; column: number } => {
  const column = columnOf(text, pair.key.range[0])
  const end = withComments(text, nextLine(text, pairEnd(pair)), column)
  return { start: lineStart(text, pair.key.range[0]), end, column }
}
