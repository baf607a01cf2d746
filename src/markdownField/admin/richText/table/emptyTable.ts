import type { SerializedTable } from '../../../../markdown/lexical/nodes.ts'

const element = { direction: null, format: '' as const, indent: 0, version: 1 }

// Lexical's value for a cell that heads a column.
const header = 1

/** A table of empty cells whose first row is its header, as Markdown requires. */
export const emptyTable = (rows: number, columns: number): SerializedTable => ({
  ...element,
  type: 'table',
  children: Array.from({ length: rows }, (_row, index) => ({
    ...element,
    type: 'tablerow',
    children: Array.from({ length: columns }, () => ({
      ...element,
      type: 'tablecell',
      backgroundColor: null,
      colSpan: 1,
      rowSpan: 1,
      headerState: index === 0 ? header : 0,
      children: [{ ...element, type: 'paragraph', children: [], textFormat: 0, textStyle: '' }],
    })),
  })),
})
