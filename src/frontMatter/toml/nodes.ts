import type { AST } from 'toml-eslint-parser'

import { tooDeep, tooManyNodes } from '../fault.ts'
import { badKey, badText, type Context, tooManyKeys } from '../nodes.ts'
import type { MapNode, ScalarNode } from '../types.ts'
import { namesOf, type TomlSyntax } from './syntax.ts'

type Node = ScalarNode | ListTree | MapTree
type ListTree = { kind: 'list'; items: Node[]; line: number; column: number }
type MapTree = { kind: 'map'; entries: Map<string, Node>; line: number; column: number }

/** Converts the TOML of a file to a node, and adds the faults of keys and texts to those of the context. */
export const tomlRoot = ({ top, start }: TomlSyntax, context: Context): MapNode => {
  const reader = { ...context, nodes: 0 }
  const root: MapTree = { kind: 'map', entries: new Map(), ...context.locate(start) }
  for (const child of top.body) {
    if (isOver(reader)) break
    if (child.type === 'TOMLKeyValue') setPair(root, child, reader)
    else for (const pair of startTable(root, child, reader)) setPair(pair.table, pair.pair, reader)
  }
  return root
}

type Reader = Context & { nodes: number }

const isOver = ({ faults }: Reader): boolean => faults.length > 0

/** Creates the table of a header, and returns its pairs with it. */
const startTable = (
  root: MapTree,
  { body, key, kind, resolvedKey }: AST.TOMLTable,
  reader: Reader,
): { table: MapTree; pair: AST.TOMLKeyValue }[] => {
  const place = reader.locate(key.range[0])
  checkDepth(resolvedKey.length, key, reader)
  const names = namesOf(key)
  const last = names.length - 1
  const parent = within(root, names.slice(0, last), key, reader)
  const table =
    kind === 'array'
      ? addedTo(parent, names[last] ?? '', key, reader)
      : within(parent, names.slice(last), key, reader)
  table.line = place.line
  table.column = place.column
  return body.map((pair) => ({ table, pair }))
}

const addedTo = (parent: MapTree, name: string, key: AST.TOMLKey, reader: Reader): MapTree => {
  const place = reader.locate(key.range[0])
  const table: MapTree = { kind: 'map', entries: new Map(), ...place }
  const list = parent.entries.get(name)
  if (list?.kind === 'list') {
    count(reader, 1, key.range[0])
    list.items.push(table)
  } else put(parent, name, { kind: 'list', items: [table], ...place }, key, reader)
  return table
}

/** The map at a path below another one, created if it does not exist; in an array of tables it is the last. */
const within = (root: MapTree, names: string[], key: AST.TOMLKey, reader: Reader): MapTree =>
  names.reduce((table, name) => {
    const found = table.entries.get(name)
    const inner = found?.kind === 'list' ? found.items.at(-1) : found
    if (inner?.kind === 'map') return inner
    const made: MapTree = { kind: 'map', entries: new Map(), ...reader.locate(key.range[0]) }
    put(table, name, made, key, reader)
    return made
  }, root)

const put = (table: MapTree, name: string, node: Node, key: AST.TOMLKey, reader: Reader): void => {
  const [offset] = key.range
  count(reader, 1, offset)
  const fault = badKey(name, false, 'double') ?? badText(name)
  if (fault) reader.faults.push({ ...fault, offset })
  if (table.entries.size >= reader.limits.keys)
    reader.faults.push({ offset, ...tooManyKeys(reader.limits.keys) })
  if (!isOver(reader)) table.entries.set(name, node)
}

const count = (reader: Reader, added: number, offset: number): void => {
  reader.nodes += added
  if (reader.nodes > reader.limits.nodes) reader.faults.push(tooManyNodes(offset, reader.limits.nodes))
}

const setPair = (table: MapTree, { key, value }: AST.TOMLKeyValue, reader: Reader, depth = 1): void => {
  if (isOver(reader)) return
  const names = namesOf(key)
  checkDepth(depth + names.length, key, reader)
  const parent = within(table, names.slice(0, -1), key, reader)
  put(parent, names.at(-1) ?? '', nodeOf(value, depth + names.length, reader), key, reader)
}

const nodeOf = (value: AST.TOMLContentNode, depth: number, reader: Reader): Node => {
  const place = reader.locate(value.range[0])
  checkDepth(depth, value, reader)
  if (value.type === 'TOMLValue') return scalarOf(value, place, reader)
  if (value.type === 'TOMLArray') {
    count(reader, value.elements.length, value.range[0])
    const elements = isOver(reader) ? [] : value.elements
    return { kind: 'list', items: elements.map((item) => nodeOf(item, depth + 1, reader)), ...place }
  }
  const map: MapTree = { kind: 'map', entries: new Map(), ...place }
  for (const pair of value.body) setPair(map, pair, reader, depth)
  return map
}

/** The text of a value; if it is not a string, its source without the underscores between digits. */
export const tomlText = (value: AST.TOMLValue): string => {
  if (value.kind === 'string') return value.value
  if (value.kind === 'boolean') return String(value.value)
  return 'number' in value ? value.number : value.datetime
}

/** The style of a value: `plain` for anything that is not a string. */
export const tomlStyle = (value: AST.TOMLValue): ScalarNode['style'] => {
  if (value.kind !== 'string') return 'plain'
  if (value.style === 'basic') return value.multiline ? 'multiline' : 'double'
  return value.multiline ? 'multilineLiteral' : 'single'
}

const scalarOf = (
  value: AST.TOMLValue,
  place: { line: number; column: number },
  { faults }: Reader,
): ScalarNode => {
  const text = tomlText(value)
  const fault = badText(text)
  if (fault) faults.push({ ...fault, offset: value.range[0] })
  return { kind: 'scalar', value: text, style: tomlStyle(value), ...place }
}

const checkDepth = (depth: number, { range }: AST.TOMLNode, { faults, limits }: Reader): void => {
  if (depth > limits.depth) faults.push(tooDeep(range[0], limits.depth))
}
