import type { ClientFeature } from '@payloadcms/richtext-lexical'
import type { LexicalEditor } from '@payloadcms/richtext-lexical/lexical'
import type { FC } from 'react'

import type { AnswerbookKey } from '../../../translations/translate.ts'

type Feature = ClientFeature<undefined>

/** A group of the toolbar, in Payload's form. */
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

/** What a whole line turns into when Enter is pressed at its end. */
export type TypedLine = {
  regExp: RegExp
  /** Inserts it at the line, which is empty by then. Call it within an update of an editor. */
  insert: (editor: LexicalEditor, match: RegExpExecArray) => boolean
}

/**
 * A kind of content in the rich text editor, such as formulas. Its folder contains everything that the editor knows
 * about it, and this definition lists what Payload's editor needs.
 */
export type EditorKind = {
  nodes?: NonNullable<Feature['nodes']>
  /** Components that handle its commands and show its dialogs. */
  plugins: FC[]
  items?: InsertItem[]
  /** Menus of the toolbar in addition to the buttons, with their names. */
  menus?: { name: AnswerbookKey; group: ToolbarGroup }[]
  /** Transformers that create it as the user types. */
  typedText?: NonNullable<Feature['markdownTransformers']>
  typedLines?: TypedLine[]
}
