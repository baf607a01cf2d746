import type { ClientFeature } from '@payloadcms/richtext-lexical'
import type { LexicalEditor } from '@payloadcms/richtext-lexical/lexical'

import { ALIGN_COLUMN_COMMAND, CHANGE_TABLE_COMMAND } from '../parts/pieceCommands.ts'
import { $isInTable } from '../table/alignColumn.ts'
import { $isInHeader, type TableChange } from '../table/changeTable.ts'
import { translated } from './translated.ts'
import type { AnswerbookKey } from '../../../../translations/translate.ts'
import { AlignCenterIcon, AlignLeftIcon, AlignRightIcon, TableIcon } from './icons.tsx'

type WithEditor = { editor: LexicalEditor }
type Group = NonNullable<ClientFeature<undefined>['toolbarFixed']>['groups'][number]

const alignments = [
  { alignment: 'left', label: 'answerbook:editor:table:alignLeft', Icon: AlignLeftIcon },
  { alignment: 'center', label: 'answerbook:editor:table:alignCenter', Icon: AlignCenterIcon },
  { alignment: 'right', label: 'answerbook:editor:table:alignRight', Icon: AlignRightIcon },
] as const

const changes: { change: TableChange; label: AnswerbookKey }[] = [
  { change: 'rowAbove', label: 'answerbook:editor:table:rowAbove' },
  { change: 'rowBelow', label: 'answerbook:editor:table:rowBelow' },
  { change: 'columnBefore', label: 'answerbook:editor:table:columnBefore' },
  { change: 'columnAfter', label: 'answerbook:editor:table:columnAfter' },
  { change: 'deleteRow', label: 'answerbook:editor:table:deleteRow' },
  { change: 'deleteColumn', label: 'answerbook:editor:table:deleteColumn' },
  { change: 'deleteTable', label: 'answerbook:editor:table:deleteTable' },
]

const isPossible = (change: TableChange): boolean =>
  $isInTable() && !((change === 'deleteRow' || change === 'rowAbove') && $isInHeader())

/** The commands for the table at the caret, as a menu of the toolbar, which keys can reach. */
export const tableMenu: Group = {
  key: 'columns',
  type: 'dropdown',
  ChildComponent: TableIcon,
  order: 46,
  isEnabled: $isInTable,
  items: [
    ...changes.map(({ change, label }) => ({
      key: `table-${change}`,
      label: translated(label),
      ChildComponent: TableIcon,
      isEnabled: () => isPossible(change),
      onSelect: ({ editor }: WithEditor) => editor.dispatchCommand(CHANGE_TABLE_COMMAND, change),
    })),
    ...alignments.map(({ alignment, label, Icon }) => ({
      key: `column-${alignment}`,
      label: translated(label),
      ChildComponent: Icon,
      isEnabled: $isInTable,
      onSelect: ({ editor }: WithEditor) => editor.dispatchCommand(ALIGN_COLUMN_COMMAND, alignment),
    })),
  ],
}
