import type { Page } from 'playwright-core'

/** Takes a picture of a whole page, to be looked at, if ANSWERBOOK_SCREENSHOTS names a folder for it. */
export const shoot = async (page: Page, name: string): Promise<void> => {
  const folder = process.env.ANSWERBOOK_SCREENSHOTS
  if (folder) await page.screenshot({ fullPage: true, path: `${folder}/${name}.png` })
}
