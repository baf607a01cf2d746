import { describe } from 'vitest'

import { answersOf, type Flow, testFlows } from '../../helpers/editor/flows.ts'
import type { Editor } from '../../helpers/editor/openEditor.ts'
import { useSite } from '../../helpers/editor/useSite.ts'

const before = [
  'Before.',
  '',
  '| Name | Size   |',
  '|:-----|-------:|',
  '| one  | $x$    |',
  '| two  |  a b   |',
  '',
  'After.',
].join('\n')

const table = (...rows: string[]): string => ['Before.', '', ...rows, '', 'After.'].join('\n')

/** Opens the menu of the cell at the caret and runs a command. */
const command = async ({ page }: Editor, name: RegExp): Promise<void> => {
  await page.locator('.table-cell-action-button').click()
  await page.getByRole('button', { name }).click()
}

const flows: Flow[] = [
  {
    name: 'a table cell can be edited',
    before,
    edit: async ({ caret, type }) => {
      await caret('two', 'end')
      await type(' more')
    },
    after: before.replace('| two  |  a b   |', '| two more | a b |'),
  },
  {
    name: 'a bar typed in a cell is escaped',
    before,
    edit: async ({ caret, type }) => {
      await caret('two', 'end')
      await type(' | x')
    },
    after: before.replace('| two  |  a b   |', '| two \\| x | a b |'),
  },
  {
    name: 'the menu of a cell adds a row',
    before,
    edit: async (editor) => {
      await editor.caret('one', 'end')
      await command(editor, /row below/)
      await editor.press('ArrowDown')
      await editor.type('new')
    },
    after: before.replace('| two', '| new |  |\n| two'),
  },
  {
    name: 'words can be typed after a formula that fills a cell',
    before,
    edit: async ({ caret, press, type }) => {
      await caret('two', 'start')
      await press('ArrowLeft')
      await type('!')
    },
    after: before.replace('| one  | $x$    |', '| one | $x$! |'),
  },
  {
    name: 'Tab in the last cell moves to the text after the table',
    before,
    edit: async ({ caret, press, type }) => {
      await caret('a b', 'end')
      await press('Tab')
      await type('Then. ')
    },
    after: before.replace('After.', 'Then. After.'),
  },
  {
    name: 'Tab and Shift Tab move between cells',
    before,
    edit: async ({ caret, press, type }) => {
      await caret('Name', 'end')
      await press('Tab', 'Tab', 'Tab', 'Shift+Tab', 'End')
      await type('!')
      await press('Tab', 'Tab', 'Tab', 'End')
      await type('?')
    },
    after: before
      .replace('| one  | $x$    |', '| one! | $x$ |')
      .replace('| two  |  a b   |', '| two | a b? |'),
  },
  {
    name: 'a column can be added',
    before,
    edit: async (editor) => {
      await editor.caret('Size', 'end')
      await command(editor, /column right/)
      await editor.type('Note')
    },
    after: table('| Name | Size | Note |', '| :--- | ---: | --- |', '| one | $x$ |  |', '| two | a b |  |'),
  },
  {
    name: 'a row can be deleted',
    before,
    edit: async (editor) => {
      await editor.caret('one', 'end')
      await command(editor, /^Delete row/)
    },
    after: before.replace('| one  | $x$    |\n', ''),
  },
  {
    name: 'a column can be deleted',
    before,
    edit: async (editor) => {
      await editor.caret('one', 'end')
      await command(editor, /^Delete column/)
    },
    after: table('| Size |', '| ---: |', '| $x$ |', '| a b |'),
  },
  {
    name: 'a column can be aligned',
    before,
    edit: async ({ caret, choose }) => {
      await caret('one', 'end')
      await choose('columns', 'column-center')
    },
    after: before.replace('|:-----|-------:|', '| :---: | ---: |'),
  },
  {
    name: 'a row can be added with the keyboard alone',
    before,
    edit: async ({ caret, press, type }) => {
      await caret('one', 'end')
      await press('Alt+F10')
      await press('Enter')
      await press('ArrowDown')
      await press('Enter')
      await type('new')
    },
    after: before.replace('| two', '| new |  |\n| two'),
  },
  {
    name: 'the menu of the table adds a column and deletes a row',
    before,
    edit: async ({ caret, choose, type }) => {
      await caret('one', 'end')
      await choose('columns', 'table-columnAfter')
      await type('new')
      await caret('two', 'end')
      await choose('columns', 'table-deleteRow')
    },
    after: table('| Name |  | Size |', '| :--- | --- | ---: |', '| one | new | $x$ |'),
  },
  {
    name: 'the menu of the table deletes it',
    before,
    edit: async ({ caret, choose, type }) => {
      await caret('one', 'end')
      await choose('columns', 'table-deleteTable')
      await type('Then. ')
    },
    after: 'Before.\n\nThen. After.',
  },
  {
    name: 'the toolbar inserts a table',
    before: 'Before.\n\nAfter.',
    edit: async ({ caret, tool, type, press }) => {
      await caret('Before.', 'end')
      await tool('table').click()
      for (const word of ['A', 'B', 'C', 'one', 'two']) {
        await type(word)
        await press('Tab')
      }
    },
    after: table('| A | B | C |', '| --- | --- | --- |', '| one | two |  |', '|  |  |  |'),
  },
  {
    name: 'a cell can contain a formula and bold text',
    before,
    edit: async ({ caret, type }) => {
      await caret('two', 'end')
      await type(' **b** $y$')
    },
    after: before.replace('| two  |  a b   |', '| two **b** $y$ | a b |'),
  },
]

const used = useSite(answersOf(flows))

describe.skipIf(used.isSkipped)('tables', () => testFlows(used, flows))
