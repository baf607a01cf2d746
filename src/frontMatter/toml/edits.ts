import type { AST } from 'toml-eslint-parser'

import { checkKey, checkValue } from '../checkText.ts'
import { neighbourOf, orderIn } from '../format.ts'
import { aboveComments, columnOf, type Edit, lineStart, nextLine } from '../lines.ts'
import type { Entry } from '../printEntries.ts'
import type { FileFormat, FrontMatterValue, KeyChange } from '../types.ts'
import { printTomlKey, printTomlValue } from './print.ts'
import { replaceTomlValue } from './replaceValue.ts'
import { entriesOf, pathOf, tablesOf, type TomlEntry, type TomlOwner, type TomlSyntax } from './syntax.ts'

/**
 * Edits that apply a change to the front matter of a TOML file. Throws if a whole table would have to change, and for a
 * series of numbered blocks, which only YAML supports.
 */
export const tomlEdits = (syntax: TomlSyntax, change: KeyChange, format: FileFormat): Edit[] => {
  if (change.kind === 'blocks')
    throw new Error(`The blocks \`${change.prefix}\` can be changed in YAML only, and this is TOML.`)
  if (change.kind === 'remove') return removeKey(syntax, change.key)
  change.key.forEach(checkKey)
  checkValue(change.value)
  const found = entriesOf(syntax).find(({ path }) => isUnder(path, change.key, 0))
  if (found) return replaceTomlValue(syntax, found.pair.value, change.value)
  refuseTable(syntax, change.key)
  return insertKey(syntax, change.key, change.value, format)
}

/** Whether a path is below another one; with `below`, by exactly that many names. */
const isUnder = (path: readonly string[], parent: readonly string[], below?: number): boolean =>
  parent.every((name, at) => path[at] === name) &&
  (below === undefined ? path.length > parent.length : path.length === parent.length + below)

const refuseTable = (syntax: TomlSyntax, key: string[]): void => {
  const paths = [
    ...tablesOf(syntax).map((table) => pathOf(table) ?? []),
    ...entriesOf(syntax).map(({ path }) => path),
  ]
  if (paths.some((path) => isUnder(path, key) || isUnder(path, key, 0)))
    throw new Error(`The key ${key.join('.')} is a table in TOML, which only a person can replace.`)
}

const insertKey = (
  syntax: TomlSyntax,
  key: string[],
  value: FrontMatterValue,
  format: FileFormat,
): Edit[] => {
  const entries = entriesOf(syntax)
  for (let depth = key.length - 1; depth > 0; depth -= 1) {
    const parent = key.slice(0, depth)
    const rest = key.slice(depth)
    const holder = entries.find(({ path }) => isUnder(path, parent, 0))
    if (holder) return insertInline(syntax, holder, rest, value)
    const table = tablesOf(syntax).find((candidate) => isUnder(pathOf(candidate) ?? [], parent, 0))
    // A dotted key creates its table implicitly, so no header for it may follow.
    const dotted = entries.findLast(
      ({ owner, path }) =>
        owner.type !== 'TOMLInlineTable' && isUnder(path, parent) && (pathOf(owner)?.length ?? depth) < depth,
    )
    const owner = table ?? dotted?.owner
    if (owner) return insertLine(syntax, owner, { key, value, depth, format })
  }
  if (key.length === 1) return insertLine(syntax, syntax.top, { key, value, depth: 0, format })
  const { close, eol } = syntax
  const line = `${printTomlKey(key.slice(-1))} = ${printTomlValue(value, eol)}`
  return [{ start: close, end: close, text: `${eol}[${printTomlKey(key.slice(0, -1))}]${eol}${line}${eol}` }]
}

type Inserted = { key: string[]; value: FrontMatterValue; depth: number; format: FileFormat }

/**
 * Inserts a line for a key in a table, next to its neighbours in the order of the format, or else after the last key of
 * its group.
 */
const insertLine = (
  syntax: TomlSyntax,
  owner: TomlOwner,
  { key, value, depth, format }: Inserted,
): Edit[] => {
  const { eol, start, text } = syntax
  const parent = key.slice(0, depth)
  const siblings = entriesOf(syntax).filter((entry) => entry.owner === owner && isUnder(entry.path, parent))
  const neighbour = neighbourOf(
    siblings,
    ({ path }) => path[depth] ?? '',
    key[depth] ?? '',
    orderIn(format, parent),
  )
  const { pair } =
    (neighbour && 'before' in neighbour ? neighbour.before : (neighbour?.after ?? siblings.at(-1))) ?? {}
  const margin = ' '.repeat(pair ? columnOf(text, pair.range[0]) : 0)
  const names = key.slice(pathOf(owner)?.length ?? 0)
  const line = `${margin}${printTomlKey(names)} = ${printTomlValue(value, eol)}${eol}`
  const header = owner.type === 'TOMLTable' ? nextLine(text, owner.key.range[1]) : start
  let at = pair ? nextLine(text, pair.range[1]) : header
  if (pair && neighbour && 'before' in neighbour) at = aboveComments(text, pair.range[0], start)
  return [{ start: at, end: at, text: line }]
}

const insertInline = (
  syntax: TomlSyntax,
  { pair }: TomlEntry,
  rest: string[],
  value: FrontMatterValue,
): Edit[] => {
  const [start, end] = pair.value.range
  const inner = rest
    .slice(1)
    .reduceRight<FrontMatterValue | Entry[]>((nested, name) => [[name, nested]], value)
  const entry: Entry[] = [[rest[0] ?? '', inner]]
  const last = pair.value.type === 'TOMLInlineTable' ? pair.value.body.at(-1) : undefined
  if (!last) return [{ start, end, text: printTomlValue(entry, syntax.eol) }]
  const added = printTomlValue(entry, syntax.eol).slice(2, -2)
  return [{ start: last.range[1], end: last.range[1], text: `, ${added}` }]
}

const removeKey = (syntax: TomlSyntax, key: string[]): Edit[] => {
  const entries = entriesOf(syntax)
  const found = entries.find(({ path }) => isUnder(path, key, 0))
  if (!found) {
    refuseTable(syntax, key)
    return []
  }
  const { owner, pair } = found
  if (owner.type !== 'TOMLInlineTable') return removeLines(syntax, owner, pair)
  const holder = entries.find((entry) => entry.pair.value === owner)
  if (owner.body.length === 1 && holder) return removeKey(syntax, holder.path)
  const at = owner.body.indexOf(pair)
  const previous = owner.body[at - 1]
  const next = owner.body[at + 1]
  if (previous) return [{ start: previous.range[1], end: pair.range[1], text: '' }]
  return [{ start: pair.range[0], end: next?.range[0] ?? pair.range[1], text: '' }]
}

/** Removes the lines of a key, and the header of a table that has no other key. */
const removeLines = ({ text }: TomlSyntax, owner: TomlOwner, pair: AST.TOMLKeyValue): Edit[] => {
  const isOnly = owner.type === 'TOMLTable' && owner.kind === 'standard' && owner.body.length === 1
  const end = nextLine(text, pair.range[1])
  return [{ start: lineStart(text, isOnly ? owner.range[0] : pair.range[0]), end, text: '' }]
}
