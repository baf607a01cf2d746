import type { AlignType, Table, TableCell, TableRow } from 'mdast'

import { withoutPipes } from '../syntax/printMath.ts'
import { paragraphNode, withChildren } from './build.ts'
import { childrenOf, isRecord, isMath, isSource, type UnknownRecord } from './guards.ts'
import { phrasingFromLexical, phrasingToLexical } from './inline.ts'
import type { SerializedTable, SerializedTableRow } from './nodes.ts'
import { oneLine } from './oneLine.ts'

/** Header state of a cell in a header row, as Lexical's table defines it. */
const headerRow = 1

const rowToLexical = (
  row: TableRow,
  align: NonNullable<Table['align']>,
  isHeader: boolean,
  text: string,
): SerializedTableRow => ({
  ...withChildren(
    align.map((format, column) => ({
      ...withChildren([
        {
          ...paragraphNode(phrasingToLexical(row.children[column]?.children ?? [], text, { inCell: true })),
          format: format ?? '',
        } as const,
      ]),
      backgroundColor: null,
      colSpan: 1,
      headerState: isHeader ? headerRow : 0,
      rowSpan: 1,
      type: 'tablecell' as const,
    })),
  ),
  type: 'tablerow',
})

/** Whether no row has more cells than the header. Extra cells are never shown. */
export const isPlainTable = (table: Table): boolean =>
  table.children.every(({ children }) => children.length <= (table.align ?? []).length)

/** Converts a table that satisfies `isPlainTable`. The alignment of a column is that of the paragraphs in its cells. */
export const tableToLexical = (table: Table, text: string): SerializedTable => ({
  ...withChildren(
    table.children.map((row, index) => rowToLexical(row, table.align ?? [], index === 0, text)),
  ),
  type: 'table',
})

const fieldsIn = (node: UnknownRecord): UnknownRecord[] => childrenOf(node).filter(isRecord)

const alignOf = (cell: UnknownRecord): AlignType => {
  const format = fieldsIn(cell)[0]?.format
  return format === 'center' || format === 'left' || format === 'right' ? format : null
}

/** A formula or a source node in the form that a cell can hold. */
const inCell = (node: unknown): unknown => {
  if (isSource(node)) return { ...node, markdown: node.markdown.replaceAll(/\s*[\r\n]\s*/g, ' ') }
  if (!isMath(node)) return node
  const latex = withoutPipes(node.latex)
  return latex === node.latex ? node : { ...node, latex, raw: undefined }
}

const cellFrom = (cell: UnknownRecord): TableCell => {
  const paragraphs = fieldsIn(cell).map((child) =>
    Array.isArray(child.children) ? childrenOf(child) : [child],
  )
  const nodes = paragraphs.flatMap((children, index) => [
    ...(index > 0 ? [{ type: 'linebreak' }] : []),
    ...children,
  ])
  return { type: 'tableCell', children: phrasingFromLexical(oneLine(nodes, '<br>').map(inCell)) }
}

/** Adds empty cells after a cell that spans columns, since Markdown has no wide cells. */
const rowFrom = (row: UnknownRecord): UnknownRecord[] =>
  fieldsIn(row).flatMap((cell) => [
    cell,
    ...Array.from({ length: Math.max(0, Number(cell.colSpan ?? 1) - 1) }, () => ({ children: [] })),
  ])

/** Converts a Lexical table to mdast. The first row is the header, and its cells determine the alignment of the columns. */
export const tableFromLexical = (table: UnknownRecord): Table => {
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
