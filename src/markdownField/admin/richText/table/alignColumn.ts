import {
  $findMatchingParent,
  $getSelection,
  $isElementNode,
  createCommand,
  type ElementFormatType,
  type LexicalCommand,
  type LexicalNode,
} from '@payloadcms/richtext-lexical/lexical'

/** Aligns the column at the caret; an empty alignment resets it. */
export const ALIGN_COLUMN_COMMAND: LexicalCommand<ElementFormatType> = createCommand('ALIGN_COLUMN_COMMAND')

const isCell = (node: LexicalNode): boolean => node.getType() === 'tablecell'

/**
 * Aligns all cells of the columns in the selection. Returns false if the caret is not in a table. Call it within an
 * update of an editor.
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

/** Whether the selection is in a table. Call it within a read of an editor. */
export const $isInTable = (): boolean =>
  ($getSelection()?.getNodes() ?? []).some((node) => $findMatchingParent(node, isCell) !== null)
