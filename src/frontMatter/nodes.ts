import { isMap, isScalar, isSeq } from 'yaml'
import type { ParsedNode, Scalar, YAMLMap } from 'yaml'
import { badCharacter, type Fault } from './fault.ts'
import type { FrontMatterNode, Limits, MapNode, ScalarStyle } from './types.ts'

/** Keys that would reach an object's prototype in less careful code. */
export const forbiddenKeys: ReadonlySet<string> = new Set(['__proto__', 'constructor', 'prototype'])

/** The context of reading front matter into nodes: positions, limits, and a list for faults. */
export type Context = {
  locate: (offset: number) => { line: number; column: number }
  limits: Limits
  faults: Fault[]
}

/** Text of a scalar of the syntax tree; a missing value is the empty text. */
export const textOf = (node: Scalar): string => (typeof node.value === 'string' ? node.value : '')

/** The style in which a scalar of the syntax tree is written. */
export const styleOf = (node: Scalar): ScalarStyle => {
  if (node.type === 'QUOTE_SINGLE') return 'single'
  if (node.type === 'QUOTE_DOUBLE') return 'double'
  if (node.type === 'BLOCK_FOLDED') return 'folded'
  return node.type === 'BLOCK_LITERAL' ? 'literal' : 'plain'
}

/** Converts a map of the syntax tree to a node, and adds the faults of keys and texts to `faults`. */
export const mapNode = (map: YAMLMap.Parsed, context: Context): MapNode => {
  const entries = new Map<string, FrontMatterNode>()
  if (map.items.length > context.limits.keys) {
    context.faults.push({ offset: map.range[0], ...tooManyKeys(context.limits.keys) })
    return { kind: 'map', entries, ...context.locate(map.range[0]) }
  }
  for (const { key, value, srcToken } of map.items) {
    if (!isScalar(key) || srcToken?.key === null || srcToken?.key === undefined) {
      context.faults.push({ offset: isScalar(key) ? key.range[0] : map.range[0], ...notTextKey })
      continue
    }
    const name = textOf(key)
    const fault = badKey(name, entries.has(name), styleOf(key)) ?? badText(name)
    if (fault) context.faults.push({ ...fault, offset: key.range[0] })
    const missing = srcToken.value === undefined
    entries.set(name, nodeOf(missing ? null : value, key.range[0], context))
  }
  return { kind: 'map', entries, ...context.locate(map.range[0]) }
}

const nodeOf = (node: ParsedNode | null, keyOffset: number, context: Context): FrontMatterNode => {
  const offset = node?.range[0] ?? keyOffset
  if (isMap(node)) return mapNode(node, context)
  const place = context.locate(offset)
  if (isSeq(node)) {
    return { kind: 'list', items: node.items.map((item) => nodeOf(item, offset, context)), ...place }
  }
  if (!isScalar(node)) return { kind: 'scalar', value: '', style: 'plain', ...place }
  const value = textOf(node)
  const fault = badText(value)
  if (fault) context.faults.push({ ...fault, offset })
  return { kind: 'scalar', value, style: styleOf(node), ...place }
}

/**
 * The fault of an invalid value. An escape can write what the file itself does not contain: half a pair is then an
 * error of the YAML, not of the encoding.
 */
export const badText = (value: string): Fault | undefined => {
  const fault = badCharacter(value)
  return fault?.code === 'invalid-utf8' ? { ...fault, code: 'invalid-yaml' } : fault
}

/** The fault of an invalid key; `undefined` for a valid one. */
export const badKey = (
  name: string,
  again: boolean,
  style: ScalarStyle,
): Omit<Fault, 'offset'> | undefined => {
  if (forbiddenKeys.has(name)) {
    return {
      code: 'forbidden-key',
      message: `The key \`${name}\` is not allowed.`,
      remedy: 'Rename the key.',
    }
  }
  if (name === '<<' && style === 'plain') {
    return { code: 'alias', message: 'The key `<<` is a YAML merge.', remedy: 'Write the merged keys out.' }
  }
  if (!again) return undefined
  return {
    code: 'duplicate-key',
    message: `The key ${JSON.stringify(name)} appears twice.`,
    remedy: 'Remove one of the two.',
  }
}

export const tooManyKeys = (limit: number): Omit<Fault, 'offset'> => ({
  code: 'too-many-nodes',
  message: `The map has more than ${limit} keys.`,
  remedy: 'Split the file, or raise the limit.',
})

const notTextKey: Omit<Fault, 'offset'> = {
  code: 'invalid-yaml',
  message: 'A key is missing or is not a text.',
  remedy: 'Write the key as a text before the colon.',
}
