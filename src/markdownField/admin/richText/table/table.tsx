import type { EditorKind } from '../editorKind.ts'
import { TableIcon, tableMenu } from './tableMenu.tsx'
import { INSERT_EMPTY_TABLE_COMMAND, TablePlugin } from './TablePlugin.tsx'

/** Tables as Markdown supports them; their nodes are those of Payload's feature. */
export const table: EditorKind = {
  plugins: [TablePlugin],
  items: [
    {
      key: 'table',
      label: 'answerbook:editor:menu:table',
      keywords: ['grid', 'rows', 'columns'],
      Icon: TableIcon,
      onSelect: (editor) => editor.dispatchCommand(INSERT_EMPTY_TABLE_COMMAND, undefined),
    },
  ],
  menus: [{ name: 'answerbook:editor:menu:tableCommands', group: tableMenu }],
}
