import type { Table, TableRow } from 'mdast'

import { paragraphNode, withChildren } from './build.ts'
import { phrasingToLexical } from './inlineToLexical.ts'
import type { SerializedTable, SerializedTableRow } from './nodes.ts'

/** Header state of a cell in a header row, as Lexical's table counts it. */
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

/** Whether each row has at most as many cells as the header. What is beyond is shown nowhere. */
export const isPlainTable = (table: Table): boolean =>
  table.children.every(({ children }) => children.length <= (table.align ?? []).length)

/** A table for which `isPlainTable` holds. The alignment of a column stands in the paragraphs of its cells. */
export const tableToLexical = (table: Table, text: string): SerializedTable => ({
  ...withChildren(
    table.children.map((row, index) => rowToLexical(row, table.align ?? [], index === 0, text)),
  ),
  type: 'table',
})
