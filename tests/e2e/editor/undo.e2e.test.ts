import { describe, expect, it } from 'vitest'

import { type Editor, openEditor } from '../../helpers/editor/openEditor.ts'
import { useSite } from '../../helpers/editor/useSite.ts'
import { patience } from '../../helpers/editor/patience.ts'

const before =
  'Alpha omega with $x$.\n\n|  A | B |\n|---|---|\n| one | two |\n\n```js\nf()\n```\n\nLast   line.'

/** An edit, and the answer after it. */
type Step = { name: string; edit: (editor: Editor) => Promise<void>; after: string }

const steps: Step[] = [
  {
    name: 'text',
    edit: async ({ caret, type }) => {
      await caret('Alpha', 'end')
      await type(' beta')
    },
    after: before.replace('Alpha', 'Alpha beta'),
  },
  {
    name: 'a formula',
    edit: async ({ page, text, press, type }) => {
      await text.locator('.katex').first().waitFor()
      await text.getByRole('math', { name: 'x', exact: true }).click()
      await page.getByRole('dialog', { name: 'Formula' }).getByRole('textbox', { name: 'LaTeX' }).waitFor()
      await type('+1')
      await press('Control+Enter')
    },
    after: before.replace('$x$', '$x+1$'),
  },
  {
    name: 'a row of a table',
    edit: async ({ page, caret }) => {
      await caret('one', 'end')
      await page.locator('.table-cell-action-button').click()
      await page.getByRole('button', { name: 'Delete row' }).click()
    },
    after: before.replace('| one | two |\n', ''),
  },
  {
    name: 'code',
    edit: async ({ text, press, type }) => {
      await text.getByRole('textbox', { name: /^Code/ }).click()
      await press('Control+End')
      await type(' + g()')
      await press('Escape')
    },
    after: before.replace('f()', 'f() + g()'),
  },
  {
    name: 'bold',
    edit: async ({ select, press }) => {
      await select('omega')
      await press('Control+b')
    },
    after: before.replace('omega', '**omega**'),
  },
]

const pasted: Step = {
  name: 'a paste',
  edit: async ({ caret, paste }) => {
    await caret('line.', 'end')
    await paste({ 'text/plain': ' pasted' })
  },
  after: `${before} pasted`,
}

const all = [...steps, pasted]
const slugs = all.map((_step, at) => `step-${at}`)

const afterAllSteps = before
  .replace('Alpha omega', 'Alpha beta **omega**')
  .replace('$x$', '$x+1$')
  .replace('| one | two |\n', '')
  .replace('f()', 'f() + g()')

const used = useSite({
  ...Object.fromEntries(slugs.map((slug) => [slug, before])),
  source: before,
  long: before,
})

/** Resolves once autosave has saved this answer. */
const becomes = (slug: string, answer: string): Promise<void> =>
  expect.poll(() => used.site().draft(slug), { interval: 300, timeout: patience }).toBe(answer)

/** Presses a shortcut more often than there are steps. */
const pressOften = async ({ text, press }: Editor, shortcut: string, times = 8): Promise<void> => {
  await text.focus()
  for (let presses = 0; presses < times; presses += 1) await press(shortcut)
}

describe.skipIf(used.isSkipped)('undo and redo', () => {
  it.each(all.map((step, at) => ({ ...step, slug: `step-${at}` })))(
    'undo and redo restore an edit of $name',
    async ({ slug, edit, after }) => {
      const editor = await openEditor(used.site(), used.context(), slug)
      await edit(editor)
      await becomes(slug, after)
      await pressOften(editor, 'Control+z')
      await becomes(slug, before)
      await pressOften(editor, 'Control+Shift+z')
      await becomes(slug, after)
      await editor.page.close()
    },
  )

  it('an edit in the Source tab is one step for undo in the rich text', async () => {
    const editor = await openEditor(used.site(), used.context(), 'source')
    await editor.tab('Source')
    await editor.caret('Last   line.', 'end')
    await editor.type(' And $z$.')
    await editor.tab('Rich text')
    await editor.text.getByRole('math', { name: 'z' }).waitFor()
    await pressOften(editor, 'Control+z', 1)
    await becomes('source', before)
    await pressOften(editor, 'Control+y', 1)
    await becomes('source', `${before} And $z$.`)
    await editor.page.close()
  })

  it('undo returns from a long session to the original text, and redo to the final one', async () => {
    const editor = await openEditor(used.site(), used.context(), 'long')
    for (const { edit } of steps) await edit(editor)
    await becomes('long', afterAllSteps)
    await pressOften(editor, 'Control+z', 20)
    await becomes('long', before)
    await pressOften(editor, 'Control+y', 20)
    await editor.publish()
    expect(await used.site().published('long')).toBe(afterAllSteps)
    const file = await used.site().exported()
    expect(file('long')).toBe(used.site().fileWith('long', afterAllSteps))
    await editor.page.close()
  })
})
