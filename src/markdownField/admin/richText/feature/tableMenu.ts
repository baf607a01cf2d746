import type { ClientFeature } from '@payloadcms/richtext-lexical'
import type { LexicalEditor } from '@payloadcms/richtext-lexical/lexical'

import { ALIGN_COLUMN_COMMAND, CHANGE_TABLE_COMMAND } from '../parts/pieceCommands.ts'
import { $isInTable } from '../table/alignColumn.ts'
import { $isInHeader, type TableChange } from '../table/changeTable.ts'
import { AlignCenterIcon, AlignLeftIcon, AlignRightIcon, TableIcon } from './icons.tsx'

type WithEditor = { editor: LexicalEditor }
type Group = NonNullable<ClientFeature<undefined>['toolbarFixed']>['groups'][number]

const alignments = [
  { alignment: 'left', label: 'Align column left', Icon: AlignLeftIcon },
  { alignment: 'center', label: 'Align column in the middle', Icon: AlignCenterIcon },
  { alignment: 'right', label: 'Align column right', Icon: AlignRightIcon },
] as const

const changes: { change: TableChange; label: string }[] = [
  { change: 'rowAbove', label: 'Insert row above' },
  { change: 'rowBelow', label: 'Insert row below' },
  { change: 'columnBefore', label: 'Insert column before' },
  { change: 'columnAfter', label: 'Insert column after' },
  { change: 'deleteRow', label: 'Delete row' },
  { change: 'deleteColumn', label: 'Delete column' },
  { change: 'deleteTable', label: 'Delete table' },
]

const isPossible = (change: TableChange): boolean =>
  $isInTable() && !((change === 'deleteRow' || change === 'rowAbove') && $isInHeader())

/** All that can be done to the table at the caret, as a menu of the toolbar, which keys reach. */
export const tableMenu: Group = {
  key: 'columns',
  type: 'dropdown',
  ChildComponent: TableIcon,
  order: 46,
  isEnabled: $isInTable,
  items: [
    ...changes.map(({ change, label }) => ({
      key: `table-${change}`,
      label,
      ChildComponent: TableIcon,
      isEnabled: () => isPossible(change),
      onSelect: ({ editor }: WithEditor) => editor.dispatchCommand(CHANGE_TABLE_COMMAND, change),
    })),
    ...alignments.map(({ alignment, label, Icon }) => ({
      key: `column-${alignment}`,
      label,
      ChildComponent: Icon,
      isEnabled: $isInTable,
      onSelect: ({ editor }: WithEditor) => editor.dispatchCommand(ALIGN_COLUMN_COMMAND, alignment),
    })),
  ],
}
