import { forbiddenKeys } from './nodes.ts'
import type { Parts } from './split.ts'
import type { FrontMatterNode, Limits, MapNode, ScalarNode } from './types.ts'

type Line = { indent: number; text: string; number: number }

/** A line that neither begins with a tab or an unusual space nor ends with any. */
const indentedText = /^( *)(\S(?:.*\S)?)$/u

/** A line `key: value`, `key: >-` or `key:`, with a key that needs no quotes. */
const keyLine = /^([A-Za-z_][\w-]*):(?: (.*))?$/

/** A text that means itself, whatever parser reads it: it begins like a word, a number or a path, and ends with no space. */
const plainValue = /^(?:[\p{L}\p{N}/]|-\d)(?:.*\S)?$/u

/** What has a meaning inside a plain text, or where texts end. */
const special = /: |:$| #|\t/

const blockHeader = '>-'

/**
 * Reads front matter of the simplest form, which almost all files have: keys with a text on the same line, or on one line
 * below `>-`, and maps of such keys. It takes a tenth of the time of a YAML parser, with the same result. Undefined for
 * everything else, including all that is wrong.
 */
export const readSimpleYaml = (
  text: string,
  { close, start }: Parts,
  limits: Limits,
): MapNode | undefined => {
  const lines = linesOf(text.slice(start, close), text.slice(0, start))
  const [first] = lines ?? []
  if (!lines || !first || first.indent !== 0 || lines.length > limits.nodes) return undefined
  const reading = { at: 0, lines, limits }
  const root = readMap(reading, 0, 1)
  return reading.at === lines.length ? root : undefined
}

type Reading = { at: number; lines: readonly Line[]; limits: Limits }

/** The lines that are not empty; undefined if one has a form that needs a parser. */
const linesOf = (yaml: string, before: string): Line[] | undefined => {
  if (yaml.includes('\r') || before.includes('\r')) return undefined
  const lines: Line[] = []
  const opened = before.split('\n').length
  for (const [at, line] of yaml.split('\n').entries()) {
    if (line === '') continue
    const [, { length: indent } = '', text = ''] = indentedText.exec(line) ?? []
    if (text === '') return undefined
    lines.push({ indent, text, number: opened + at })
  }
  return lines
}

const readMap = (reading: Reading, indent: number, depth: number): MapNode | undefined => {
  const { limits, lines } = reading
  const first = lines[reading.at]
  const entries = new Map<string, FrontMatterNode>()
  if (!first || depth > limits.depth) return undefined
  for (let line = lines[reading.at]; line?.indent === indent; line = lines[reading.at]) {
    const [, key, value] = keyLine.exec(line.text) ?? []
    if (key === undefined || entries.has(key) || forbiddenKeys.has(key)) return undefined
    reading.at += 1
    const node = readValue(reading, { depth, key, line, value })
    if (!node) return undefined
    entries.set(key, node)
  }
  const next = lines[reading.at]
  if ((next && next.indent > indent) || entries.size > limits.keys) return undefined
  return { kind: 'map', entries, line: first.number, column: indent + 1 }
}

type Keyed = { depth: number; key: string; line: Line; value: string | undefined }

const readValue = (reading: Reading, { depth, key, line, value }: Keyed): FrontMatterNode | undefined => {
  const next = reading.lines[reading.at]
  const isDeeper = next !== undefined && next.indent > line.indent
  if (value === undefined) return isDeeper ? readMap(reading, next.indent, depth + 1) : undefined
  const place = { line: line.number, column: line.indent + key.length + 3 }
  if (value !== blockHeader) return isDeeper ? undefined : plainNode(value, place)
  const after = reading.lines[reading.at + 1]
  // A text of several lines is folded, and a blank line above it belongs to it.
  if (!isDeeper || next.number !== line.number + 1 || (after && after.indent > line.indent)) return undefined
  reading.at += 1
  return { kind: 'scalar', value: next.text, style: 'folded', ...place }
}

const plainNode = (value: string, place: { line: number; column: number }): ScalarNode | undefined =>
  plainValue.test(value) && !special.test(value)
    ? { kind: 'scalar', value, style: 'plain', ...place }
    : undefined
