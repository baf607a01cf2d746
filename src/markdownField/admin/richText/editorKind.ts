import type { ClientFeature } from '@payloadcms/richtext-lexical'
import type { LexicalEditor } from '@payloadcms/richtext-lexical/lexical'
import type { FC } from 'react'

import type { AnswerbookKey } from '../../../translations/translate.ts'

type Feature = ClientFeature<undefined>

/** A group of the toolbar, as Payload takes it. */
export type ToolbarGroup = NonNullable<Feature['toolbarFixed']>['groups'][number]

/** A way to insert something: a button of the toolbar and an item of the slash menu. */
export type InsertItem = {
  key: string
  label: AnswerbookKey
  /** Name of the button, if it says more than the label. */
  buttonName?: AnswerbookKey
  /** Other words by which the slash menu finds it. */
  keywords: string[]
  Icon: FC
  onSelect: (editor: LexicalEditor) => void
}

/** What a whole line becomes when Enter is pressed at its end. */
export type TypedLine = {
  regExp: RegExp
  /** Inserts it in the place of the line, which is empty by then. Within an update of an editor. */
  insert: (editor: LexicalEditor, match: RegExpExecArray) => boolean
}

/**
 * A kind of content in the rich editor, such as formulas. Its folder holds all that the editor knows of it, and this
 * definition says what of it Payload's editor gets.
 */
export type EditorKind = {
  nodes?: NonNullable<Feature['nodes']>
  /** Components that answer its commands and show its dialogs. */
  plugins: FC[]
  items?: InsertItem[]
  /** Menus of the toolbar besides the buttons, with their names. */
  menus?: { name: AnswerbookKey; group: ToolbarGroup }[]
  /** What becomes one as it is typed. */
  typedText?: NonNullable<Feature['markdownTransformers']>
  typedLines?: TypedLine[]
}
