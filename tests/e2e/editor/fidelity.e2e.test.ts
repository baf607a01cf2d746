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

/** Types behind words of the answer with every construct; nothing but these characters comes in. */
const typing = (name: string, words: string, source = words, typed = ' more'): Flow => ({
  name,
  before: everyConstruct,
  edit: typeBehind(words, typed),
  after: everyConstruct.replace(source, () => source + typed),
})

const flows: Flow[] = [
  typing(
    'A sentence at the end of the last paragraph',
    'Last words, 2 < 3.',
    'Last words, 2 < 3.',
    ' Truly.',
  ),
  typing('Words beside a formula and money', ' has the area '),
  typing('Words in an underlined heading', 'Plain heading'),
  typing('Words in an item of a loose list', 'second, with '),
  typing('Words in a nested item', 'one step'),
  typing('Words in a task', 'to do'),
  typing('Words in a cell of a table', 'speed'),
  typing('Words between hard breaks', 'and another'),
  typing('Words in a quote', 'by heart'),
  {
    name: 'A paragraph after a displayed formula',
    before: 'Before.\n\n$$\nx = 1\n$$\n\n\nAfter   with  spaces.',
    edit: async ({ caret, type, press }) => {
      await caret('Before.', 'end')
      await press('Enter')
      await type('Between.')
    },
    after: 'Before.\n\nBetween.\n\n$$\nx = 1\n$$\n\n\nAfter   with  spaces.',
  },
  {
    name: 'Text before two lists',
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
    name: 'Two lists that are made one',
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
  it(
    'is not changed by being opened, in either tab, nor by being published',
    { timeout: 180_000 },
    async () => {
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
      // Longer than an autosave waits.
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
    },
  )

  testFlows(used, flows)
})
