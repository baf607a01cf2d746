import { describe, expect, it } from 'vitest'

import { answersOf, type Flow, testFlows } from '../../helpers/editor/flows.ts'
import { type Editor, openEditor } from '../../helpers/editor/openEditor.ts'
import { useSite } from '../../helpers/editor/useSite.ts'

const text = 'Before.\n\nAfter.'

const codeOf = ({ text: editor }: Editor) => editor.getByRole('textbox', { name: /^Code/ })
const linkDialog = ({ page }: Editor) => page.getByRole('dialog', { name: 'Link' })
const linkTo = (editor: Editor) => linkDialog(editor).getByRole('combobox')

const flows: Flow[] = [
  {
    name: 'a typed fence with a language makes a code block',
    before: text,
    edit: async (editor) => {
      await editor.caret('Before.', 'end')
      await editor.press('Enter')
      await editor.type('```python')
      await editor.press('Enter')
      await expect.poll(() => codeOf(editor).evaluate((area) => area === document.activeElement)).toBe(true)
      await editor.type('for x in y:')
      await editor.press('Enter', 'Tab')
      await editor.type('print("$x * 2$")')
      await editor.press('Escape')
      await editor.press('ArrowDown', 'Home')
      await editor.type('So. ')
    },
    after: 'Before.\n\n```python\nfor x in y:\n  print("$x * 2$")\n```\n\nSo. After.',
  },
  {
    name: 'code and its language can be edited',
    before: 'Before.\n\n~~~ js title="a"\nconst a = 1\n\nconst b = 2\n~~~\n\nAfter.',
    edit: async (editor) => {
      await codeOf(editor).click()
      await editor.press('Control+End')
      await editor.press('Enter')
      await editor.type('const c = 3')
      await editor.text.getByLabel('Code language').fill('ts')
    },
    after: 'Before.\n\n~~~ts title="a"\nconst a = 1\n\nconst b = 2\nconst c = 3\n~~~\n\nAfter.',
  },
  {
    name: 'the toolbar inserts code, which may contain a fence',
    before: text,
    edit: async (editor) => {
      await editor.caret('Before.', 'end')
      await editor.tool('codeBlock').click()
      await codeOf(editor).waitFor()
      await editor.type('```')
    },
    after: 'Before.\n\n````\n```\n````\n\nAfter.',
  },
  {
    name: 'Markdown source can be edited as text',
    before: 'Before.\n\n<div class="x">\nHello\n</div>\n\nAfter.',
    edit: async (editor) => {
      const source = editor.text.getByRole('textbox', { name: 'Markdown source' })
      await source.fill('<div class="y">\nHello\n</div>')
    },
    after: 'Before.\n\n<div class="y">\nHello\n</div>\n\nAfter.',
  },
  {
    name: 'an article can be found by its question and linked with the keyboard alone',
    before: text,
    edit: async (editor) => {
      await editor.caret('Before.', 'end')
      await editor.type(' See ')
      await editor.press('Control+k')
      await linkTo(editor).waitFor()
      await editor.type('to-be-linked')
      await linkDialog(editor).getByRole('option').first().waitFor()
      await editor.press('ArrowDown', 'Enter')
      await editor.type(' now')
    },
    after: 'Before. See [Question to-be-linked?](/learn/code-and-links/questions/to-be-linked) now\n\nAfter.',
  },
  {
    name: 'words can be linked to a URL',
    before: 'Before that.',
    edit: async (editor) => {
      await editor.select('that')
      await editor.tool('link').click()
      await linkTo(editor).fill('https://example.com/a_b?c=d&e=f')
      await editor.press('Enter')
      await linkDialog(editor).waitFor({ state: 'detached' })
    },
    after: 'Before [that](https://example.com/a_b?c=d&e=f).',
  },
  {
    name: 'a link can be changed',
    before: 'Before [that](https://example.com "Title").',
    edit: async (editor) => {
      await editor.caret('that', 'end')
      await editor.press('ArrowLeft', 'Control+k')
      await linkTo(editor).fill('/learn')
      await editor.press('Enter')
      await linkDialog(editor).waitFor({ state: 'detached' })
    },
    after: 'Before [that](/learn "Title").',
  },
  {
    name: 'a link can be removed',
    before: 'Before [that](https://example.com).',
    edit: async (editor) => {
      await editor.caret('that', 'end')
      await editor.press('ArrowLeft')
      await editor.page.getByRole('group', { name: 'Link' }).getByRole('button', { name: 'Remove' }).click()
    },
    after: 'Before that.',
  },
]

const refused = [
  'javascript:alert(1)',
  ' JavaScript:alert(1)',
  'data:text/html,x',
  'vbscript:x',
  'file:///etc/passwd',
]

const used = useSite({ 'to-be-linked': 'Linked.', refused: 'Before that.', ...answersOf(flows) })

describe.skipIf(used.isSkipped)('code, source and links', () => {
  it('links that run scripts are refused', async () => {
    const editor = await openEditor(used.site(), used.context(), 'refused')
    await editor.select('that')
    await editor.press('Control+k')
    for (const url of refused) {
      await linkTo(editor).fill(url)
      await editor.press('Enter')
      await expect.poll(() => linkDialog(editor).getByRole('status').textContent()).toMatch(/^Enter a URL/)
    }
    await editor.press('Escape')
    await linkDialog(editor).waitFor({ state: 'detached' })
    expect(await editor.text.getByRole('link').count()).toBe(0)
    await editor.page.close()
  })

  testFlows(used, flows)
})
