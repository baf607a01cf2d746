'use client'

import {
  $getSelection,
  $isElementNode,
  $isRangeSelection,
  $parseSerializedNode,
  COMMAND_PRIORITY_EDITOR,
  createCommand,
  type LexicalCommand,
} from '@payloadcms/richtext-lexical/lexical'
import { useLexicalComposerContext } from '@payloadcms/richtext-lexical/lexical/react/LexicalComposerContext'
import { mergeRegister } from '@payloadcms/richtext-lexical/lexical/utils'
import { useEffect } from 'react'

import { useRichTextSettings } from '../RichTextContext.ts'
import { $alignColumn, ALIGN_COLUMN_COMMAND } from './alignColumn.ts'
import { $changeTable, CHANGE_TABLE_COMMAND } from './changeTable.ts'
import { emptyTable } from './emptyTable.ts'

/** Inserts a new table of three columns after the caret. */
export const INSERT_EMPTY_TABLE_COMMAND: LexicalCommand<void> = createCommand('INSERT_EMPTY_TABLE_COMMAND')

// Payload's button in a cell works with the mouse only; keyboard users have the menu of the toolbar.
const nameCellButton = (root: HTMLElement | null, name: string): void => {
  const button = root?.closest('.rich-text-lexical')?.querySelector('.table-cell-action-button')
  button?.setAttribute('aria-label', name)
  button?.setAttribute('tabindex', '-1')
}

/** Creates tables, changes their rows and columns, and aligns them; Payload's feature does the rest. */
export const TablePlugin = () => {
  const [editor] = useLexicalComposerContext()
  const { t } = useRichTextSettings()
  const cellMenu = t('answerbook:editor:table:cellMenu')
  useEffect(
    () =>
      mergeRegister(
        // The button is rendered after the update that it belongs to.
        editor.registerUpdateListener(
          () => void setTimeout(() => nameCellButton(editor.getRootElement(), cellMenu)),
        ),
        editor.registerCommand(
          INSERT_EMPTY_TABLE_COMMAND,
          () => {
            const selection = $getSelection()
            const top = $isRangeSelection(selection) ? selection.anchor.getNode().getTopLevelElement() : null
            if (!$isElementNode(top)) return false
            const table = $parseSerializedNode(emptyTable(3, 3))
            if (top.getType() === 'paragraph' && top.isEmpty()) top.insertBefore(table)
            else top.insertAfter(table)
            if ($isElementNode(table)) table.getFirstDescendant()?.selectStart()
            return true
          },
          COMMAND_PRIORITY_EDITOR,
        ),
        editor.registerCommand(ALIGN_COLUMN_COMMAND, $alignColumn, COMMAND_PRIORITY_EDITOR),
        editor.registerCommand(CHANGE_TABLE_COMMAND, $changeTable, COMMAND_PRIORITY_EDITOR),
      ),
    [cellMenu, editor],
  )
  return null
}
