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
    name: 'A cell edited',
    before,
    edit: async ({ caret, type }) => {
      await caret('two', 'end')
      await type(' more')
    },
    after: before.replace('| two  |  a b   |', '| two more | a b |'),
  },
  {
    name: 'A bar typed in a cell',
    before,
    edit: async ({ caret, type }) => {
      await caret('two', 'end')
      await type(' | x')
    },
    after: before.replace('| two  |  a b   |', '| two \\| x | a b |'),
  },
  {
    name: 'A row added by the menu of a cell',
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
    name: 'Words typed behind a formula that fills a cell',
    before,
    edit: async ({ caret, press, type }) => {
      await caret('two', 'start')
      await press('ArrowLeft')
      await type('!')
    },
    after: before.replace('| one  | $x$    |', '| one | $x$! |'),
  },
  {
    name: 'Tab in the last cell leads behind the table',
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
    name: 'A column added',
    before,
    edit: async (editor) => {
      await editor.caret('Size', 'end')
      await command(editor, /column right/)
      await editor.type('Note')
    },
    after: table('| Name | Size | Note |', '| :--- | ---: | --- |', '| one | $x$ |  |', '| two | a b |  |'),
  },
  {
    name: 'A row deleted',
    before,
    edit: async (editor) => {
      await editor.caret('one', 'end')
      await command(editor, /^Delete row/)
    },
    after: before.replace('| one  | $x$    |\n', ''),
  },
  {
    name: 'A column deleted',
    before,
    edit: async (editor) => {
      await editor.caret('one', 'end')
      await command(editor, /^Delete column/)
    },
    after: table('| Size |', '| ---: |', '| $x$ |', '| a b |'),
  },
  {
    name: 'A column aligned',
    before,
    edit: async ({ caret, choose }) => {
      await caret('one', 'end')
      await choose('columns', 'column-center')
    },
    after: before.replace('|:-----|-------:|', '| :---: | ---: |'),
  },
  {
    name: 'A row added by keys alone',
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
    name: 'A column added and a row deleted by the menu of the table',
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
    name: 'A table deleted by its menu',
    before,
    edit: async ({ caret, choose, type }) => {
      await caret('one', 'end')
      await choose('columns', 'table-deleteTable')
      await type('Then. ')
    },
    after: 'Before.\n\nThen. After.',
  },
  {
    name: 'A table by the toolbar',
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
    name: 'A formula and bold text in a cell',
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
