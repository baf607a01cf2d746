import {
  $findMatchingParent,
  $getSelection,
  $isElementNode,
  $parseSerializedNode,
  createCommand,
  type ElementNode,
  type LexicalCommand,
  type LexicalNode,
} from '@payloadcms/richtext-lexical/lexical'

import { emptyTable } from './emptyTable.ts'

/** The changes that can be made to the table at the caret. */
export type TableChange =
  'rowAbove' | 'rowBelow' | 'deleteRow' | 'columnBefore' | 'columnAfter' | 'deleteColumn' | 'deleteTable'

/** Adds or removes rows or columns of the table at the caret. */
export const CHANGE_TABLE_COMMAND: LexicalCommand<TableChange> = createCommand('CHANGE_TABLE_COMMAND')

type Place = { cell: LexicalNode; row: ElementNode; table: ElementNode; column: number }

const isCell = (node: LexicalNode): boolean => node.getType() === 'tablecell'

const $placeOfCaret = (): Place | undefined => {
  const [first] = $getSelection()?.getNodes() ?? []
  const cell = first ? $findMatchingParent(first, isCell) : null
  const row = cell?.getParent()
  const table = row?.getParent()
  return cell && $isElementNode(row) && $isElementNode(table)
    ? { cell, row, table, column: cell.getIndexWithinParent() }
    : undefined
}

const $rowsOf = (table: ElementNode): ElementNode[] => table.getChildren().filter($isElementNode)

/** Rows of empty cells; the first one is the header. */
const $emptyRows = (rows: number, columns: number): ElementNode[] => {
  const table = $parseSerializedNode(emptyTable(rows, columns))
  return $isElementNode(table) ? $rowsOf(table) : []
}

const $select = (node: LexicalNode | null | undefined): void => {
  if ($isElementNode(node)) node.selectStart()
}

// The header of a Markdown table is always its first row, so a new row is inserted below it.
const $addRow = ({ column, row, table }: Place, isAbove: boolean): void => {
  const [, added] = $emptyRows(2, row.getChildrenSize())
  if (!added) return
  if (isAbove && table.getFirstChild() !== row) row.insertBefore(added)
  else row.insertAfter(added)
  $select(added.getChildAtIndex(column))
}

const $addColumn = ({ column, row, table }: Place, isBefore: boolean): void => {
  const at = isBefore ? column : column + 1
  const rows = $rowsOf(table)
  for (const [index, fresh] of $emptyRows(rows.length, 1).entries()) {
    const cell = fresh.getFirstChild()
    if (cell) rows[index]?.splice(at, 0, [cell])
  }
  $select(row.getChildAtIndex(at))
}

const $deleteTable = ({ table }: Place): void => {
  const next = table.getNextSibling() ?? table.getPreviousSibling()
  if (next) $select(next)
  table.remove()
}

const $deleteRow = (place: Place): void => {
  const { column, row, table } = place
  // A table cannot exist without its header.
  if (table.getFirstChild() === row) return
  const next = row.getNextSibling() ?? row.getPreviousSibling()
  row.remove()
  if ($isElementNode(next)) $select(next.getChildAtIndex(column))
}

const $deleteColumn = (place: Place): void => {
  const { column, row, table } = place
  if (row.getChildrenSize() === 1) {
    $deleteTable(place)
    return
  }
  for (const one of $rowsOf(table)) one.getChildAtIndex(column)?.remove()
  $select(row.getChildAtIndex(Math.min(column, row.getChildrenSize() - 1)))
}

const changes: Record<TableChange, (place: Place) => void> = {
  rowAbove: (place) => $addRow(place, true),
  rowBelow: (place) => $addRow(place, false),
  deleteRow: $deleteRow,
  columnBefore: (place) => $addColumn(place, true),
  columnAfter: (place) => $addColumn(place, false),
  deleteColumn: $deleteColumn,
  deleteTable: $deleteTable,
}

/**
 * Changes the table at the caret, which stays in it. Returns false if the caret is not in a table. Call it within an
 * update of an editor.
 */
export const $changeTable = (change: TableChange): boolean => {
  const place = $placeOfCaret()
  if (place) changes[change](place)
  return place !== undefined
}

/** Whether the caret is in the header row of a table. Call it within a read of an editor. */
export const $isInHeader = (): boolean => {
  const place = $placeOfCaret()
  return place !== undefined && place.table.getFirstChild() === place.row
}
