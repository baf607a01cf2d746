import type { YAMLMap } from 'yaml'
import {
  aboveComments,
  columnOf,
  type Edit,
  joinLines,
  lineAt,
  lineStart,
  nextLine,
  pastJoining,
} from './lines.ts'
import { type NeighbourOf, neighbourOf, orderIn } from './format.ts'
import { printEntries, printFlow, printKey } from './printEntries.ts'
import type { Entry } from './printEntries.ts'
import type { Syntax } from './syntax.ts'
import { keyOf, linesOf, pairEnd } from './tree.ts'
import type { ParsedPair } from './tree.ts'
import type { FrontMatterValue, FileFormat } from './types.ts'

/** Edits that add the key at the end of the path `key` to the map, at its position in the order of the format. */
export const insertKey = (
  syntax: Syntax,
  map: YAMLMap.Parsed,
  key: string[],
  value: FrontMatterValue | Entry[],
  format: FileFormat,
): Edit[] => {
  const name = key.at(-1) ?? ''
  const parent = key.slice(0, -1)
  const neighbour = neighbourOf(map.items, keyOf, name, orderIn(format, parent))
  if (map.flow && !(map === syntax.root && map.items.length === 0)) {
    return [insertInFlow(map, `${printKey(name, true)}: ${printFlow(value)}`, neighbour)]
  }
  const first = map.items[0]
  const column = first ? columnOf(syntax.text, first.key.range[0]) : 0
  const lines = printEntries([[name, value]], { key: parent, column, format })
  return [insertLines(syntax, map, lines, neighbour)]
}

type Neighbour = NeighbourOf<ParsedPair>

const insertInFlow = (map: YAMLMap.Parsed, printed: string, neighbour: Neighbour): Edit => {
  if (neighbour && 'before' in neighbour) {
    const [start] = neighbour.before.key.range
    return { start, end: start, text: `${printed}, ` }
  }
  const last = neighbour?.after ?? map.items.at(-1)
  if (!last) return { start: map.range[0], end: map.range[1], text: `{${printed}}` }
  const start = pairEnd(last)
  return { start, end: start, text: `, ${printed}` }
}

/** An edit that inserts whole lines into a block map: next to a neighbour, or at its end. */
export const insertLines = (
  syntax: Syntax,
  map: YAMLMap.Parsed,
  lines: string[],
  neighbour?: Neighbour,
): Edit => {
  const { text, eol } = syntax
  if (map.items.length === 0) {
    const start = lineStart(text, map.range[0])
    return { start, end: nextLine(text, map.range[1]), text: joinLines(lines, eol) }
  }
  const start =
    neighbour && 'before' in neighbour
      ? aboveComments(text, neighbour.before.key.range[0], syntax.start)
      : undefined
  const last = neighbour && 'after' in neighbour ? neighbour.after : map.items.at(-1)
  const end = last ? linesOf(text, last).end : syntax.close
  const atEnd = !neighbour && map === syntax.root
  const at = start ?? pastJoining(text, atEnd ? endOfKeys(text, end, syntax.close) : end, false)
  return { start: at, end: at, text: joinLines(lines, eol) }
}

/** End of the front matter's last non-blank line. */
const endOfKeys = (text: string, from: number, close: number): number => {
  let result = from
  for (let at = from; at < close;) {
    const { line, next } = lineAt(text, at)
    if (line.trim() !== '') result = next
    at = next
  }
  return result
}
