import type { Page } from 'playwright-core'
import { describe, expect, it } from 'vitest'

import { type Editor, openEditor } from '../../helpers/editor/openEditor.ts'
import { useSite } from '../../helpers/editor/useSite.ts'
import { patience } from '../../helpers/editor/patience.ts'

const answers = {
  alone: 'Alone.',
  'two-fields': 'Alpha.',
  locked: 'Locked.',
  'taken-over': 'Taken over.',
  'two-windows': 'Two windows.',
  written: 'Published.',
  'left-and-back': 'Left.',
  closed: 'Closed.',
}

/** Delays saves, so that typing continues while they are in progress. Returns their statuses. */
const slowSaves = async (page: Page, milliseconds: number): Promise<number[]> => {
  const statuses: number[] = []
  await page.route('**/api/articles/**', async (route) => {
    await new Promise((resolve) => setTimeout(resolve, milliseconds))
    await route.continue()
  })
  page.on('response', (response) => {
    if (response.request().method() === 'PATCH') statuses.push(response.status())
  })
  return statuses
}

const used = useSite(answers)

const open = (slug: keyof typeof answers): Promise<Editor> => openEditor(used.site(), used.context(), slug)

const draftIs = (slug: keyof typeof answers, answer: string): Promise<void> =>
  expect.poll(() => used.site().draft(slug), { interval: 300, timeout: patience }).toBe(answer)

/** Resolves once nobody holds the lock of the document. */
const isUnlocked = async (slug: keyof typeof answers): Promise<void> => {
  const locks = `${used.site().server.url}/api/payload-locked-documents?where[document.value][equals]=`
  const address = `${locks}${await used.site().idOf(slug)}`
  const count = () =>
    used
      .context()
      .request.get(address)
      .then((answer) => answer.json())
  await expect.poll(count).toMatchObject({ totalDocs: 0 })
}

const readOnly = (page: Page) => page.getByRole('button', { name: /read.only/i })

const refusal = (page: Page) =>
  page.getByText(/Not saved\. This document was changed by someone else/).first()

describe.skipIf(used.isSkipped)('saving while others save', () => {
  it('everything that a single editor types is saved, however slow saves are', async () => {
    const editor = await open('alone')
    const statuses = await slowSaves(editor.page, 1200)
    await editor.caret('Alone.', 'end')
    for (const word of ['one', 'two', 'three', 'four', 'five', 'six']) {
      // So that the next word is typed during this save.
      const saving = editor.page.waitForRequest((request) => request.method() === 'PATCH')
      await editor.page.keyboard.type(` ${word}`, { delay: 60 })
      await saving
    }
    await draftIs('alone', 'Alone. one two three four five six')
    await editor.publish()
    expect(await used.site().published('alone')).toBe('Alone. one two three four five six')
    expect(statuses.length).toBeGreaterThan(3)
    expect([...new Set(statuses)]).toEqual([200])
    await editor.page.close()
  })

  it('text typed in two fields during one save is kept in both', async () => {
    const editor = await open('two-fields')
    const author = editor.page.locator('#field-author')
    await slowSaves(editor.page, 2000)
    const saving = editor.page.waitForRequest((request) => request.method() === 'PATCH')
    await editor.caret('Alpha.', 'end')
    await editor.type(' Beta.')
    await saving
    await editor.type(' Gamma.')
    await author.fill('Ann')
    await draftIs('two-fields', 'Alpha. Beta. Gamma.')
    expect(await editor.text.innerText()).toBe('Alpha. Beta. Gamma.')
    expect(await author.inputValue()).toBe('Ann')
    await editor.publish()
    expect(await used.site().published('two-fields')).toBe('Alpha. Beta. Gamma.')
    await editor.page.close()
  })

  it('a second editor is warned and can read the document', async () => {
    const first = await open('locked')
    await first.caret('Locked.', 'end')
    await first.type(' By one.')
    await draftIs('locked', 'Locked. By one.')
    const context = await used.site().signedIn({}, 'second')
    const page = await context.newPage()
    const address = `${used.site().server.url}/admin/collections/articles/${await used.site().idOf('locked')}`
    await page.goto(address)
    await page.getByText(used.site().editor.email).first().waitFor()
    await readOnly(page).click()
    const text = page.getByRole('textbox', { name: /^Answer/ })
    await text.getByText('Locked. By one.').waitFor()
    await expect.poll(() => text.getAttribute('contenteditable')).toBe('false')

    await first.page.locator('.step-nav').getByRole('link', { name: 'Articles' }).click()
    await first.page.waitForURL(/\/articles(\?|$)/)
    await isUnlocked('locked')
    await page.goto(address)
    await text.getByText('Locked. By one.').waitFor()
    await expect.poll(() => text.getAttribute('contenteditable')).toBe('true')
    await context.close()
    await first.page.close()
  })

  it('an editor who loses the lock is warned, saves nothing and can copy the text', async () => {
    const ann = await open('taken-over')
    await ann.caret('Taken over.', 'end')
    await ann.type(' Ann.')
    await draftIs('taken-over', 'Taken over. Ann.')
    const context = await used.site().signedIn({}, 'ben')
    const ben = await openEditor(used.site(), context, 'taken-over', { takesOver: true })
    await ben.caret('Ann.', 'end')
    await ben.type(' Ben.')
    await draftIs('taken-over', 'Taken over. Ann. Ben.')
    await ann.caret('Ann.', 'end')
    // Immediately, since the message may appear between two keys.
    await ann.page.keyboard.insertText(' Ann again.')
    await readOnly(ann.page).click()
    await ann.text.getByText('Taken over. Ann. Ann again.').waitFor()
    await expect.poll(() => ann.text.getAttribute('contenteditable')).toBe('false')
    await ben.caret('Ben.', 'end')
    await ben.type(' Once more.')
    await draftIs('taken-over', 'Taken over. Ann. Ben. Once more.')
    await ben.publish()
    expect(await used.site().published('taken-over')).toBe('Taken over. Ann. Ben. Once more.')
    await context.close()
    await ann.page.close()
  })

  it('a second window of the same editor counts as another editor', async () => {
    const first = await open('two-windows')
    const second = await open('two-windows')
    await second.caret('Two windows.', 'end')
    await second.type(' Second.')
    await draftIs('two-windows', 'Two windows. Second.')
    await first.page.bringToFront()
    await first.caret('Two windows.', 'end')
    await first.type(' First.')
    await refusal(first.page).waitFor()
    expect(await used.site().draft('two-windows')).toBe('Two windows. Second.')
    expect(await first.text.innerText()).toBe('Two windows. First.')
    await first.page.close()
    await second.page.close()
  })

  it('an editor who returns from the list can continue to write', async () => {
    const editor = await open('left-and-back')
    await editor.caret('Left.', 'end')
    await editor.type(' Before.')
    // Immediately, before Payload would save.
    await editor.page.locator('.step-nav').getByRole('link', { name: 'Articles' }).click()
    await editor.page.waitForURL(/\/articles(\?|$)/)
    await editor.page.goBack()
    await editor.caret('Left. Before.', 'end')
    await editor.type(' After.')
    await draftIs('left-and-back', 'Left. Before. After.')
    await editor.page.close()
  })

  it('closing the page keeps the last changes', async () => {
    const editor = await open('closed')
    await editor.caret('Closed.', 'end')
    await editor.type(' Words.')
    await editor.page.goto('about:blank')
    await draftIs('closed', 'Closed. Words.')
    await isUnlocked('closed')
    await editor.page.close()
  })

  it('a writer can save a draft of a published article but cannot publish it', async () => {
    const context = await used.site().signedIn({}, 'writer', 'writer')
    const writer = await openEditor(used.site(), context, 'written')
    await writer.caret('Published.', 'end')
    await writer.type(' And $x$ **more**.')
    await draftIs('written', 'Published. And $x$ **more**.')
    expect(await used.site().published('written')).toBe('Published.')
    expect(await writer.page.getByRole('button', { name: /^Publish/ }).count()).toBe(0)
    await context.close()
  })
})
