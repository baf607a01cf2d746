import type { Nodes, Table, TableRow } from 'mdast'

import { canonical } from '../lexical/canonical.ts'
import { delimiterRow } from '../syntax/printBlocks.ts'
import { assemble } from './assemble.ts'
import type { Located } from './located.ts'
import { mergeText } from './mergeText.ts'
import { gapIn, printNew, sourceIn, type Place } from './printing.ts'

/** The line ending after a table's header, and the delimiter row. */
const delimiterAfter = (header: Located, { text }: Place): string =>
  /^(?:\r\n|\n|\r)[^\r\n]*/.exec(text.slice(header.end))?.[0] ?? ''

const isRow = (node: Nodes): node is TableRow => node.type === 'tableRow'

/** A row whose cells keep their unchanged characters. */
const mergeRow = ({ children }: Located, row: TableRow, place: Place): string => {
  if (children.length !== row.children.length) return printNew(row, place)
  const cells = row.children.map((cell, column) => {
    const before = children[column]
    if (!before || before.start === before.end) return printNew(cell, place)
    return before.canonical === canonical(cell) ? sourceIn(before, place) : mergeText(before, cell, place)
  })
  return `|${cells.map((cell) => ` ${cell} |`).join('')}`
}

/**
 * The source of a table after an edit: unchanged rows keep their lines. Undefined if the number of columns has changed,
 * since every row has then changed.
 */
export const mergeTable = (before: Located, after: Table, place: Place): string | undefined => {
  const [header, ...rows] = before.children
  if (before.node.type !== 'table' || !header) return undefined
  const [align, was] = [after.align ?? [], before.node.align ?? []]
  if (align.length !== was.length) return undefined
  const delimiter = align.every((each, at) => each === was[at])
    ? delimiterAfter(header, place)
    : gapIn(place, false) + delimiterRow(align)
  // The delimiter row belongs below whichever row comes first.
  const whole = { ...header, end: header.end + delimiterAfter(header, place).length }
  return assemble([whole, ...rows], after.children, {
    text: place.text,
    gap: () => gapIn(place, false),
    print: ({ after: row, before: origin, isKept, position }) => {
      const own = origin === whole ? header : origin
      const merged = own && isRow(row) ? mergeRow(own, row, place) : printNew(row, place)
      const source = own && isKept ? sourceIn(own, place) : merged
      return position === 0 ? source + delimiter : source
    },
  })
}
