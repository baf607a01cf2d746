import type { ClientFeature } from '@payloadcms/richtext-lexical'
import type { LexicalEditor } from '@payloadcms/richtext-lexical/lexical'
import type { FC } from 'react'

import {
  CHOOSE_IMAGE_COMMAND,
  EDIT_LINK_COMMAND,
  INSERT_CODE_COMMAND,
  INSERT_EMPTY_TABLE_COMMAND,
  INSERT_FORMULA_COMMAND,
} from '../parts/pieceCommands.ts'
import { CodeIcon, DisplayIcon, FormulaIcon, ImageIcon, LinkIcon, TableIcon } from './icons.tsx'
import { tableMenu } from './tableMenu.ts'

type Feature = ClientFeature<undefined>

type Item = {
  key: string
  label: string
  keywords: string[]
  Icon: FC
  onSelect: (editor: LexicalEditor) => void
}

const pieces: Item[] = [
  {
    key: 'formula',
    label: 'Formula',
    keywords: ['math', 'latex', 'equation', 'inline'],
    Icon: FormulaIcon,
    onSelect: (editor) => editor.dispatchCommand(INSERT_FORMULA_COMMAND, { display: false }),
  },
  {
    key: 'displayedFormula',
    label: 'Displayed formula',
    keywords: ['math', 'latex', 'equation', 'block'],
    Icon: DisplayIcon,
    onSelect: (editor) => editor.dispatchCommand(INSERT_FORMULA_COMMAND, { display: true }),
  },
  {
    key: 'codeBlock',
    label: 'Code block',
    keywords: ['code', 'program', 'fence'],
    Icon: CodeIcon,
    onSelect: (editor) => editor.dispatchCommand(INSERT_CODE_COMMAND, { language: '' }),
  },
  {
    key: 'table',
    label: 'Table',
    keywords: ['grid', 'rows', 'columns'],
    Icon: TableIcon,
    onSelect: (editor) => editor.dispatchCommand(INSERT_EMPTY_TABLE_COMMAND, undefined),
  },
  {
    key: 'image',
    label: 'Image',
    keywords: ['picture', 'media', 'upload', 'photo'],
    Icon: ImageIcon,
    onSelect: (editor) => editor.dispatchCommand(CHOOSE_IMAGE_COMMAND, undefined),
  },
]

const link: Item = {
  key: 'link',
  label: 'Link',
  keywords: ['url', 'article'],
  Icon: LinkIcon,
  onSelect: (editor) => editor.dispatchCommand(EDIT_LINK_COMMAND, undefined),
}

/** What the slash menu offers beyond Payload's items. */
export const slashMenuGroups: NonNullable<Feature['slashMenu']>['groups'] = [
  {
    key: 'pieces',
    label: 'Insert',
    items: [...pieces, link].map(({ onSelect, ...item }) => ({
      ...item,
      onSelect: ({ editor }) => onSelect(editor),
    })),
  },
]

/** What the toolbar offers beyond Payload's items. */
export const toolbarGroups: NonNullable<Feature['toolbarFixed']>['groups'] = [
  {
    key: 'pieces',
    type: 'buttons',
    order: 45,
    items: [link, ...pieces].map(({ key, label, Icon, onSelect }) => ({
      key,
      label,
      ChildComponent: Icon,
      onSelect: ({ editor }) => onSelect(editor),
    })),
  },
  tableMenu,
]
