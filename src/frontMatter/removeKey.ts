import { isMap, isSeq } from 'yaml'
import type { CST, ParsedNode, YAMLMap } from 'yaml'
import { type Edit, pastJoining } from './lines.ts'
import type { Syntax } from './syntax.ts'
import { findPair, linesOf, pairEnd } from './tree.ts'
import type { ParsedPair } from './tree.ts'

type BlockScalar = CST.BlockScalar

/** Edits that remove a key and its value, and the map around it if nothing else is in it. */
export const removeKey = (syntax: Syntax, key: string[]): Edit[] => {
  const found = findPair(syntax.root, key)
  if (!found) return []
  if (found.map.items.length > 1) return [removePair(syntax, found.map, found.pair)]
  if (key.length > 1) return removeKey(syntax, key.slice(0, -1))
  return [emptied(syntax, found.pair)]
}

/** Removes the only key of a file: `{}` keeps the front matter a map. */
export const emptied = (syntax: Syntax, pair: ParsedPair): Edit => {
  if (syntax.root.flow) return { start: syntax.root.range[0], end: syntax.root.range[1], text: '{}' }
  const { start, end } = linesOf(syntax.text, pair)
  return { start, end, text: `{}${syntax.eol}` }
}

/** An edit that removes one of several pairs from a map. */
export const removePair = (syntax: Syntax, map: YAMLMap.Parsed, pair: ParsedPair): Edit => {
  if (!map.flow) {
    const { start, end } = linesOf(syntax.text, pair)
    const before = blockBefore(syntax.text, syntax.root, start)
    return { start, end: before ? pastJoining(syntax.text, end, keepsBreaks(before)) : end, text: '' }
  }
  const index = map.items.indexOf(pair)
  const previous = map.items[index - 1]
  const next = map.items[index + 1]
  if (previous) return { start: pairEnd(previous), end: pairEnd(pair), text: '' }
  return { start: pair.key.range[0], end: next?.key.range[0] ?? pairEnd(pair), text: '' }
}

/** The block scalar whose source ends at an offset, or before it with only blank lines in between. */
const blockBefore = (text: string, node: ParsedNode | null, offset: number): BlockScalar | undefined => {
  if (isMap(node) || isSeq(node)) {
    for (const item of node.items) {
      const found = blockBefore(text, 'key' in item ? item.value : item, offset)
      if (found) return found
    }
    return undefined
  }
  const token = node?.srcToken
  if (!node || token?.type !== 'block-scalar' || node.range[1] > offset) return undefined
  return text.slice(node.range[1], offset).trim() === '' ? token : undefined
}

const keepsBreaks = ({ props }: BlockScalar): boolean =>
  props.some((prop) => prop.type === 'block-scalar-header' && prop.source.includes('+'))
