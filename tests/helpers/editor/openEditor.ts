import type { BrowserContext, Locator, Page } from 'playwright-core'

import { untilIdle } from './untilIdle.ts'
import type { Site } from './openSite.ts'
import { pasteInto } from './pasteInto.ts'
import { publish } from './publish.ts'
import { type Place, selectText } from './selectText.ts'

/** The edit view of an article, with what an editor does in it. */
export type Editor = {
  page: Page
  /** The edited text: rich text, or the source if that tab is open. */
  text: Locator
  publishButton: Locator
  caret: (text: string, place: Exclude<Place, 'all'>) => Promise<void>
  select: (text: string) => Promise<void>
  type: (text: string) => Promise<void>
  press: (...keys: string[]) => Promise<void>
  paste: (flavours: Record<string, string>) => Promise<void>
  /** A button of the toolbar, by its key. */
  tool: (key: string) => Locator
  /** Opens a menu of the toolbar and takes an item of it, both by their keys. */
  choose: (menu: string, item: string) => Promise<void>
  tab: (name: 'Rich text' | 'Source') => Promise<void>
  /** Publishes and waits until the server has. */
  publish: () => Promise<void>
}

/**
 * Opens an article as an editor sees it, in a page of its own, once its text can be edited: as rich text, or in the tab
 * that this browser remembers. `takesOver`: somebody else is editing it, and loses it.
 */
export const openEditor = async (
  site: Site,
  context: BrowserContext,
  slug: string,
  { isTabKept = false, takesOver = false } = {},
): Promise<Editor> => {
  const id = await site.idOf(slug)
  const page = await context.newPage()
  await page.goto(`${site.server.url}/admin/collections/articles/${id}`)
  await page.locator('[data-form-ready="true"]').first().waitFor()
  if (takesOver) await page.getByRole('button', { name: 'Take over' }).click()
  const text = page.getByRole('textbox', { name: /^Answer/ })
  if (!isTabKept) await page.getByRole('tab', { name: 'Rich text' }).click()
  await text.and(page.locator('[contenteditable="true"]')).waitFor()
  const publishButton = page.locator('#action-save')

  return {
    page,
    text,
    publishButton,
    caret: (words, place) => selectText(text, words, place),
    select: (words) => selectText(text, words, 'all'),
    type: (words) => page.keyboard.type(words),
    press: async (...keys) => {
      for (const key of keys) {
        await page.keyboard.press(key)
        await untilIdle(page)
      }
    },
    paste: (flavours) => pasteInto(page, flavours),
    tool: (key) => page.locator(`[data-button-key="${key}"]`),
    choose: async (menu, item) => {
      await page.locator(`[data-dropdown-key="${menu}"]`).click()
      await page.locator(`[data-item-key="${item}"]`).click()
    },
    tab: async (name) => {
      await page.getByRole('tab', { name }).click()
      await text.waitFor()
    },
    publish: () => publish(page, `/api/articles/${id}`),
  }
}
