import type { LexicalEditor } from '@payloadcms/richtext-lexical/lexical'

import type { ToolbarGroup } from '../editorKind.ts'
import { icon } from '../icon.tsx'
import { $isInTable, ALIGN_COLUMN_COMMAND } from './alignColumn.ts'
import { $isInHeader, CHANGE_TABLE_COMMAND, type TableChange } from './changeTable.ts'

type WithEditor = { editor: LexicalEditor }

/** A table. */
export const TableIcon = icon(<path d="M4 5h12v10H4zM4 8.3h12M4 11.7h12M10 5v10" />)
const AlignLeftIcon = icon(<path d="M4 5h12M4 8.3h7M4 11.7h12M4 15h7" />)
const AlignCenterIcon = icon(<path d="M4 5h12M6.5 8.3h7M4 11.7h12M6.5 15h7" />)
const AlignRightIcon = icon(<path d="M4 5h12M9 8.3h7M4 11.7h12M9 15h7" />)

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
export const tableMenu: ToolbarGroup = {
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
