import type { Table } from 'mdast'

import { delimiterRow } from '../syntax/printBlocks.ts'
import { assemble } from './assemble.ts'
import type { Located } from './located.ts'
import { gapIn, printNew, sourceIn, type Place } from './printing.ts'

/** The line end and the line after a table's header. */
const delimiterAfter = (header: Located, { text }: Place): string =>
  /^(?:\r\n|\n|\r)[^\r\n]*/.exec(text.slice(header.end))?.[0] ?? ''

/**
 * The source of a table after an editing: rows that did not change keep their line. For a table whose number of columns
 * has changed there is none, since every row has.
 */
export const mergeTable = (before: Located, after: Table, place: Place): string | undefined => {
  const [header, ...rows] = before.children
  if (before.node.type !== 'table' || !header) return undefined
  const [align, was] = [after.align ?? [], before.node.align ?? []]
  if (align.length !== was.length) return undefined
  const delimiter = align.every((each, at) => each === was[at])
    ? delimiterAfter(header, place)
    : gapIn(place, false) + delimiterRow(align)
  // The line under the header belongs to whatever row comes first.
  const whole = { ...header, end: header.end + delimiterAfter(header, place).length }
  return assemble([whole, ...rows], after.children, {
    text: place.text,
    gap: () => gapIn(place, false),
    print: ({ after: row, before: origin, isKept, position }) => {
      const own = origin === whole ? header : origin
      const source = own && isKept ? sourceIn(own, place) : printNew(row, place)
      return position === 0 ? source + delimiter : source
    },
  })
}
