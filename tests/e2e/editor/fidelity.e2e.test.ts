import { describe, expect, it } from 'vitest'

import { everyConstruct } from '../../helpers/editor/everyConstruct.ts'
import { answersOf, type Flow, testFlows } from '../../helpers/editor/flows.ts'
import { type Editor, openEditor } from '../../helpers/editor/openEditor.ts'
import { useSite } from '../../helpers/editor/useSite.ts'

const typeBehind =
  (words: string, typed: string) =>
  async ({ caret, type }: Editor): Promise<void> => {
    await caret(words, 'end')
    await type(typed)
  }

/** Types after some words of the answer with every construct; only these characters may be added. */
const typing = (name: string, words: string, source = words, typed = ' more'): Flow => ({
  name,
  before: everyConstruct,
  edit: typeBehind(words, typed),
  after: everyConstruct.replace(source, () => source + typed),
})

const flows: Flow[] = [
  typing('a sentence is added to the last paragraph', 'Last words, 2 < 3.', 'Last words, 2 < 3.', ' Truly.'),
  typing('words are added beside a formula and an amount of money', ' has the area '),
  typing('words are added to an underlined heading', 'Plain heading'),
  typing('words are added to an item of a loose list', 'second, with '),
  typing('words are added to a nested item', 'one step'),
  typing('words are added to a task', 'to do'),
  typing('words are added to a table cell', 'speed'),
  typing('words are added between hard breaks', 'and another'),
  typing('words are added to a quote', 'by heart'),
  {
    name: 'a paragraph is added before a displayed formula',
    before: 'Before.\n\n$$\nx = 1\n$$\n\n\nAfter   with  spaces.',
    edit: async ({ caret, type, press }) => {
      await caret('Before.', 'end')
      await press('Enter')
      await type('Between.')
    },
    after: 'Before.\n\nBetween.\n\n$$\nx = 1\n$$\n\n\nAfter   with  spaces.',
  },
  {
    name: 'text is added before two lists',
    before: 'Before.\n\n* one\n\n- two\n+ three\n\nAfter.',
    edit: async ({ caret, type, press }) => {
      await caret('Before.', 'end')
      await type(' More.')
      await press('Enter')
      await type('Between.')
    },
    after: 'Before. More.\n\nBetween.\n\n* one\n\n- two\n+ three\n\nAfter.',
  },
  {
    name: 'two lists are joined',
    before: 'Before.\n\n* one\n\n- two\n- three\n\nAfter.',
    edit: async ({ caret, press }) => {
      await caret('one', 'end')
      await press('ArrowRight', 'Backspace')
    },
    after: 'Before.\n\n* one\n* two\n* three\n\nAfter.',
  },
]

const untouched = 'untouched'

const used = useSite({ [untouched]: everyConstruct, ...answersOf(flows) })

describe.skipIf(used.isSkipped)('an answer with every construct', () => {
  it('an answer with every construct is not changed by opening it, in either tab, or by publishing it', async () => {
    const editor = await openEditor(used.site(), used.context(), untouched)
    const { page, publishButton, tab } = editor
    const saves: string[] = []
    page.on('request', (request) => {
      if (request.method() === 'PATCH') saves.push(request.url())
    })
    await tab('Source')
    await page.getByRole('region', { name: 'Preview' }).getByRole('table').waitFor()
    await tab('Rich text')
    await page.locator('.katex').first().waitFor()
    await editor.text.click()
    await editor.press('ArrowRight', 'ArrowDown', 'Control+Home', 'Shift+ArrowRight')
    await page.locator('#field-author').focus()
    // Longer than the delay of autosave.
    await page.waitForTimeout(2_000)
    expect(saves).toEqual([])
    expect(await publishButton.isDisabled()).toBe(true)

    await page.locator('#field-author').press('End')
    await editor.type('x')
    await editor.press('Backspace')
    await editor.publish()
    expect(await used.site().published(untouched)).toBe(everyConstruct)
    await page.close()
    expect((await used.site().exported())(untouched)).toBe(used.site().fileWith(untouched, everyConstruct))
  })

  testFlows(used, flows)
})
