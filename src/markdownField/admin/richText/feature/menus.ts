import type { ClientFeature } from '@payloadcms/richtext-lexical'
import type { LexicalEditor } from '@payloadcms/richtext-lexical/lexical'
import type { FC } from 'react'

import type { AnswerbookKey } from '../../../../translations/translate.ts'
import {
  CHOOSE_IMAGE_COMMAND,
  EDIT_LINK_COMMAND,
  INSERT_CODE_COMMAND,
  INSERT_EMPTY_TABLE_COMMAND,
  INSERT_FORMULA_COMMAND,
} from '../parts/pieceCommands.ts'
import { CodeIcon, DisplayIcon, FormulaIcon, ImageIcon, LinkIcon, TableIcon } from './icons.tsx'
import { tableMenu } from './tableMenu.ts'
import { translated } from './translated.ts'

type Feature = ClientFeature<undefined>

type Item = {
  key: string
  label: AnswerbookKey
  keywords: string[]
  Icon: FC
  onSelect: (editor: LexicalEditor) => void
}

const pieces: Item[] = [
  {
    key: 'formula',
    label: 'answerbook:editor:menu:formula',
    keywords: ['math', 'latex', 'equation', 'inline'],
    Icon: FormulaIcon,
    onSelect: (editor) => editor.dispatchCommand(INSERT_FORMULA_COMMAND, { display: false }),
  },
  {
    key: 'displayedFormula',
    label: 'answerbook:editor:menu:displayFormula',
    keywords: ['math', 'latex', 'equation', 'block'],
    Icon: DisplayIcon,
    onSelect: (editor) => editor.dispatchCommand(INSERT_FORMULA_COMMAND, { display: true }),
  },
  {
    key: 'codeBlock',
    label: 'answerbook:editor:menu:codeBlock',
    keywords: ['code', 'program', 'fence'],
    Icon: CodeIcon,
    onSelect: (editor) => editor.dispatchCommand(INSERT_CODE_COMMAND, { language: '' }),
  },
  {
    key: 'table',
    label: 'answerbook:editor:menu:table',
    keywords: ['grid', 'rows', 'columns'],
    Icon: TableIcon,
    onSelect: (editor) => editor.dispatchCommand(INSERT_EMPTY_TABLE_COMMAND, undefined),
  },
  {
    key: 'image',
    label: 'answerbook:editor:menu:image',
    keywords: ['picture', 'media', 'upload', 'photo'],
    Icon: ImageIcon,
    onSelect: (editor) => editor.dispatchCommand(CHOOSE_IMAGE_COMMAND, undefined),
  },
]

const link: Item = {
  key: 'link',
  label: 'answerbook:editor:menu:link',
  keywords: ['url', 'article'],
  Icon: LinkIcon,
  onSelect: (editor) => editor.dispatchCommand(EDIT_LINK_COMMAND, undefined),
}

/** The items of the slash menu beyond Payload's own. */
export const slashMenuGroups: NonNullable<Feature['slashMenu']>['groups'] = [
  {
    key: 'pieces',
    label: translated('answerbook:editor:menu:insert'),
    items: [...pieces, link].map(({ label, onSelect, ...item }) => ({
      ...item,
      label: translated(label),
      onSelect: ({ editor }) => onSelect(editor),
    })),
  },
]

/** The items of the toolbar beyond Payload's own. */
export const toolbarGroups: NonNullable<Feature['toolbarFixed']>['groups'] = [
  {
    key: 'pieces',
    type: 'buttons',
    order: 45,
    items: [link, ...pieces].map(({ key, label, Icon, onSelect }) => ({
      key,
      label: translated(label),
      ChildComponent: Icon,
      onSelect: ({ editor }) => onSelect(editor),
    })),
  },
  tableMenu,
]
