import type { LexicalEditor } from '@payloadcms/richtext-lexical/lexical'

import type { ToolbarGroup } from '../editorKind.ts'
import { icon } from '../icon.tsx'
import type { AnswerbookKey } from '../../../../translations/translate.ts'
import { translated } from '../translated.ts'
import { $isInTable, ALIGN_COLUMN_COMMAND } from './alignColumn.ts'
import { $isInHeader, CHANGE_TABLE_COMMAND, type TableChange } from './changeTable.ts'

type WithEditor = { editor: LexicalEditor }

/** A table. */
export const TableIcon = icon(<path d="M4 5h12v10H4zM4 8.3h12M4 11.7h12M10 5v10" />)
const AlignLeftIcon = icon(<path d="M4 5h12M4 8.3h7M4 11.7h12M4 15h7" />)
const AlignCenterIcon = icon(<path d="M4 5h12M6.5 8.3h7M4 11.7h12M6.5 15h7" />)
const AlignRightIcon = icon(<path d="M4 5h12M9 8.3h7M4 11.7h12M9 15h7" />)

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

/** The commands for the table at the caret, as a toolbar menu that is accessible by keyboard. */
export const tableMenu: ToolbarGroup = {
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
