import { describe, expect, it } from 'vitest'

import { answersOf, type Flow, testFlows } from '../../helpers/editor/flows.ts'
import { type Editor, openEditor } from '../../helpers/editor/openEditor.ts'
import { useSite } from '../../helpers/editor/useSite.ts'

const text = 'Before.\n\nAfter.'

/** The dialog of a formula, its LaTeX field and its preview. */
const dialogOf = ({ page }: Editor) => {
  const dialog = page.getByRole('dialog', { name: 'Formula' })
  return {
    dialog,
    latex: dialog.getByRole('textbox', { name: 'LaTeX' }),
    preview: dialog.getByRole('group', { name: 'Preview' }),
    problem: dialog.getByRole('status'),
  }
}

const typed =
  (words: string) =>
  async ({ caret, type }: Editor): Promise<void> => {
    await caret('Before.', 'end')
    await type(words)
  }

const flows: Flow[] = [
  {
    name: 'a formula can be typed between dollars, and text can follow it',
    before: text,
    edit: async (editor) => {
      await typed(' It is $x^2$ here.')(editor)
      await editor.text.getByRole('math', { name: 'x^2' }).locator('.katex').waitFor()
    },
    after: 'Before. It is $x^2$ here.\n\nAfter.',
  },
  {
    name: 'stars and underscores in a formula are kept',
    before: text,
    edit: typed(' It is $2*a_1*b_2*c$ here.'),
    after: 'Before. It is $2*a_1*b_2*c$ here.\n\nAfter.',
  },
  {
    name: 'amounts of money and shell variables can be typed',
    before: text,
    edit: typed(' From $5-$10 or US$5, $HOME/$USER, $2x$ and *so* $36 on.'),
    after: 'Before. From $5-$10 or US$5, $HOME/$USER, $2x$ and *so* $36 on.\n\nAfter.',
  },
  {
    name: 'chemical formulas can be typed',
    before: text,
    edit: async (editor) => {
      await typed(' So $\\ce{H2O}$ it is.')(editor)
      await editor.text.getByRole('math').locator('.katex').waitFor()
      expect(await editor.text.locator('.answerbook-formula__broken').count()).toBe(0)
    },
    after: 'Before. So $\\ce{H2O}$ it is.\n\nAfter.',
  },
  {
    name: 'a formula can be typed between brackets',
    before: text,
    edit: typed(' It is \\(x+1\\) here.'),
    after: 'Before. It is \\(x+1\\) here.\n\nAfter.',
  },
  {
    name: 'a formula can be typed in an item that begins bold, and text can follow it',
    before: '- **Bold**: start\n- next',
    edit: async ({ caret, type }) => {
      await caret('start', 'end')
      await type(' $x$ y and $z$a')
    },
    after: '- **Bold**: start $x$ y and $z$a\n- next',
  },
  {
    name: 'a displayed formula can be typed',
    before: text,
    edit: async (editor) => {
      const { dialog, latex, preview } = dialogOf(editor)
      await editor.caret('Before.', 'end')
      await editor.press('Enter')
      await editor.type('$$')
      await editor.press('Enter')
      await latex.waitFor()
      await editor.type('\\frac{a}{b}')
      await preview.locator('.katex-display .mfrac').first().waitFor()
      await editor.press('Control+Enter')
      await dialog.waitFor({ state: 'detached' })
    },
    after: 'Before.\n\n$$\n\\frac{a}{b}\n$$\n\nAfter.',
  },
  {
    name: 'the toolbar inserts a formula',
    before: text,
    edit: async (editor) => {
      const { dialog, latex, preview } = dialogOf(editor)
      await editor.caret('Before.', 'end')
      await editor.type(' So ')
      await editor.tool('formula').click()
      await latex.waitFor()
      await editor.type('\\sqrt{2')
      await expect.poll(() => dialogOf(editor).problem.textContent()).toMatch(/expected '}'/i)
      await editor.type('}')
      await preview.locator('.katex .sqrt').first().waitFor()
      await expect.poll(() => dialogOf(editor).problem.textContent()).toBe('')
      await dialog.getByRole('button', { name: 'Done' }).click()
      await editor.type(' follows.')
    },
    after: 'Before. So $\\sqrt{2}$ follows.\n\nAfter.',
  },
  {
    name: 'an invalid formula is kept and shown as its source',
    before: text,
    edit: async (editor) => {
      const { latex } = dialogOf(editor)
      await editor.caret('Before.', 'end')
      await editor.type(' ')
      await editor.tool('formula').click()
      await latex.waitFor()
      await editor.type('\\frac{1}{')
      await editor.press('Control+Enter')
      await editor.text.locator('.answerbook-formula').getByText('\\frac{1}{').waitFor()
    },
    after: 'Before. $\\frac{1}{$\n\nAfter.',
  },
  {
    name: 'a formula can be edited in place',
    before: 'Left $a$ right.\n\n$$\nb\n$$',
    edit: async (editor) => {
      await editor.text.locator('.katex').first().click()
      await dialogOf(editor).latex.waitFor()
      await editor.type('+1')
      await editor.press('Control+Enter')
      await editor.text.getByRole('math', { name: 'a+1' }).waitFor()
    },
    after: 'Left $a+1$ right.\n\n$$\nb\n$$',
  },
  {
    name: 'a formula can be moved to its own line',
    before: 'Left $a$.',
    edit: async (editor) => {
      await editor.text.locator('.katex').click()
      await dialogOf(editor).dialog.getByRole('checkbox', { name: 'On its own line' }).check()
      await dialogOf(editor).dialog.getByRole('button', { name: 'Done' }).click()
    },
    after: 'Left\n\n$$\na\n$$\n\n.',
  },
  {
    name: 'Backspace after a formula first selects it, then deletes it',
    before: 'Left $a$ and $b$ right.',
    edit: async ({ text: editor, caret, press }) => {
      await caret(' right.', 'start')
      await press('Backspace')
      expect(await editor.locator('.answerbook-formula').count()).toBe(2)
      await press('Backspace')
      await expect.poll(() => editor.locator('.answerbook-formula').count()).toBe(1)
    },
    after: 'Left $a$ and  right.',
  },
  {
    name: 'Delete before a formula first selects it, then deletes it',
    before: 'Left $a$ and $b$ right.',
    edit: async ({ text: editor, caret, press }) => {
      await caret('Left ', 'end')
      await press('Delete')
      expect(await editor.locator('.answerbook-formula').count()).toBe(2)
      await press('Delete')
      await expect.poll(() => editor.locator('.answerbook-formula').count()).toBe(1)
    },
    after: 'Left  and $b$ right.',
  },
  {
    name: 'a formula can be reached and edited with the keyboard',
    before: 'Left $a$ right.',
    edit: async (editor) => {
      await editor.caret('Left ', 'end')
      await editor.press('ArrowRight', 'Enter')
      await dialogOf(editor).latex.waitFor()
      await editor.type('b')
      await editor.press('Control+Enter')
      await editor.type(' end')
    },
    after: 'Left $ab$ end right.',
  },
]

const kept = { money: 'Money.', canceled: 'Left $a$ right.' }

const used = useSite({ ...kept, ...answersOf(flows) })

describe.skipIf(used.isSkipped)('formulas', () => {
  it('typed amounts of money stay text', async () => {
    const editor = await openEditor(used.site(), used.context(), 'money')
    await editor.caret('Money.', 'end')
    await editor.type(' It costs $5 and $6, or US$8; never $ 9 $ again.')
    expect(await editor.text.locator('.answerbook-formula').count()).toBe(0)
    await editor.publish()
    const { page, tab } = editor
    await tab('Source')
    const preview = page.getByRole('region', { name: 'Preview' })
    await preview.getByText('It costs $5 and $6, or US$8; never $ 9 $ again.').waitFor()
    expect(await preview.locator('.katex').count()).toBe(0)
    await page.close()
  })

  it('a canceled dialog changes nothing', async () => {
    const editor = await openEditor(used.site(), used.context(), 'canceled')
    await editor.text.locator('.katex').click()
    const { dialog, latex } = dialogOf(editor)
    await latex.waitFor()
    await editor.type('+ b')
    await editor.press('Escape')
    await dialog.waitFor({ state: 'detached' })
    expect(await editor.text.getByRole('math', { name: 'a', exact: true }).count()).toBe(1)
    await editor.type('Z')
    await editor.publish()
    expect(await used.site().published('canceled')).toBe('Left $a$Z right.')
    await editor.page.close()
  })

  testFlows(used, flows)
})
