import type { AlignType, Table, TableCell, TableRow } from 'mdast'

import { childrenOf, isFields, isMath, isSource, type Fields } from './guards.ts'
import { phrasingFromLexical } from './inlineFromLexical.ts'
import { oneLine } from './oneLine.ts'
import { withoutPipes } from '../syntax/printMath.ts'

const fieldsIn = (node: Fields): Fields[] => childrenOf(node).filter(isFields)

const alignOf = (cell: Fields): AlignType => {
  const format = fieldsIn(cell)[0]?.format
  return format === 'center' || format === 'left' || format === 'right' ? format : null
}

/** A formula or a source as a cell can hold it. */
const inCell = (node: unknown): unknown => {
  if (isSource(node)) return { ...node, markdown: node.markdown.replaceAll(/\s*[\r\n]\s*/g, ' ') }
  if (!isMath(node)) return node
  const latex = withoutPipes(node.latex)
  return latex === node.latex ? node : { ...node, latex, raw: undefined }
}

const cellFrom = (cell: Fields): TableCell => {
  const paragraphs = fieldsIn(cell).map((child) =>
    Array.isArray(child.children) ? childrenOf(child) : [child],
  )
  const nodes = paragraphs.flatMap((children, index) => [
    ...(index > 0 ? [{ type: 'linebreak' }] : []),
    ...children,
  ])
  return { type: 'tableCell', children: phrasingFromLexical(oneLine(nodes, '<br>').map(inCell)) }
}

/** Cells that span columns are followed by empty ones, since Markdown has no wide cells. */
const rowFrom = (row: Fields): Fields[] =>
  fieldsIn(row).flatMap((cell) => [
    cell,
    ...Array.from({ length: Math.max(0, Number(cell.colSpan ?? 1) - 1) }, () => ({ children: [] })),
  ])

/** A table of mdast for one of Lexical. The first row is the header, and its cells say how columns are aligned. */
export const tableFromLexical = (table: Fields): Table => {
  const rows = fieldsIn(table).map(rowFrom)
  const width = Math.max(0, ...rows.map((row) => row.length))
  const children = rows.map((row): TableRow => {
    const cells = row.map(cellFrom)
    while (cells.length < width) cells.push({ type: 'tableCell', children: [] })
    return { type: 'tableRow', children: cells }
  })
  const align = Array.from({ length: width }, (_, column) => alignOf(rows[0]?.[column] ?? {}))
  return { type: 'table', align, children }
}
