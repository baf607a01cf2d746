import {
  createCommand,
  type ElementFormatType,
  type LexicalCommand,
  type NodeKey,
} from '@payloadcms/richtext-lexical/lexical'

import type { TableChange } from '../table/changeTable.ts'

/** Opens a piece for editing: a formula, an image, code, source. */
export const OPEN_PIECE_COMMAND: LexicalCommand<NodeKey> = createCommand('OPEN_PIECE_COMMAND')

/** Puts a new formula at the caret and opens it. */
export const INSERT_FORMULA_COMMAND: LexicalCommand<{ display: boolean }> =
  createCommand('INSERT_FORMULA_COMMAND')

/** Puts a new code block after the caret and moves into it. */
export const INSERT_CODE_COMMAND: LexicalCommand<{ language: string }> = createCommand('INSERT_CODE_COMMAND')

/** Puts a new table of three columns after the caret. */
export const INSERT_EMPTY_TABLE_COMMAND: LexicalCommand<void> = createCommand('INSERT_EMPTY_TABLE_COMMAND')

/** Lets the editor choose an image. */
export const CHOOSE_IMAGE_COMMAND: LexicalCommand<void> = createCommand('CHOOSE_IMAGE_COMMAND')

/** Opens the link at the caret, or makes one of what is selected. */
export const EDIT_LINK_COMMAND: LexicalCommand<void> = createCommand('EDIT_LINK_COMMAND')

/** Aligns the column at the caret; an empty alignment takes it back. */
export const ALIGN_COLUMN_COMMAND: LexicalCommand<ElementFormatType> = createCommand('ALIGN_COLUMN_COMMAND')

/** Adds or takes away rows or columns of the table at the caret. */
export const CHANGE_TABLE_COMMAND: LexicalCommand<TableChange> = createCommand('CHANGE_TABLE_COMMAND')
