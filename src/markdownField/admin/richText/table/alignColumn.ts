import {
  $findMatchingParent,
  $getSelection,
  $isElementNode,
  createCommand,
  type ElementFormatType,
  type LexicalCommand,
  type LexicalNode,
} from '@payloadcms/richtext-lexical/lexical'

/** Aligns the column at the caret; an empty alignment takes it back. */
export const ALIGN_COLUMN_COMMAND: LexicalCommand<ElementFormatType> = createCommand('ALIGN_COLUMN_COMMAND')

const isCell = (node: LexicalNode): boolean => node.getType() === 'tablecell'

/**
 * Aligns the columns that what is selected is in: their cells in all rows. Within an update of an editor; false where
 * the caret is in no table.
 */
export const $alignColumn = (alignment: ElementFormatType): boolean => {
  const cells = ($getSelection()?.getNodes() ?? []).flatMap((node) => $findMatchingParent(node, isCell) ?? [])
  const columns = new Set(cells.map((cell) => cell.getIndexWithinParent()))
  const table = cells[0]?.getParent()?.getParent()
  if (!$isElementNode(table)) return false
  for (const row of table.getChildren()) {
    if (!$isElementNode(row)) continue
    for (const [index, cell] of row.getChildren().entries()) {
      if (!columns.has(index) || !$isElementNode(cell)) continue
      for (const paragraph of cell.getChildren())
        if ($isElementNode(paragraph)) paragraph.setFormat(alignment)
    }
  }
  return true
}

/** Whether what is selected is in a table. Within a read of an editor. */
export const $isInTable = (): boolean =>
  ($getSelection()?.getNodes() ?? []).some((node) => $findMatchingParent(node, isCell) !== null)
