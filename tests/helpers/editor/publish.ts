import type { Page } from 'playwright-core'

import { patience } from './patience.ts'

const oneAttempt = 15_000

/**
 * Clicks the button that publishes until the server has answered; returns the status and the text of the answer.
 * `address`: path of the document's API.
 */
export const clickPublish = async (
  page: Page,
  address: string,
): Promise<{ status: number; text: string }> => {
  // A click that comes while an autosave is under way may be lost; an editor clicks again, and so do we.
  for (let attempt = 1; ; attempt += 1) {
    const answer = page.waitForResponse(
      (response) =>
        response.request().method() === 'PATCH' &&
        response.url().includes(`${address}?`) &&
        !response.url().includes('draft=true'),
      { timeout: oneAttempt },
    )
    await page.locator('#action-save:not([disabled])').click()
    const response = await answer.catch((error: unknown) => {
      if (attempt * oneAttempt >= patience) throw error
      return undefined
    })
    if (response) return { status: response.status(), text: await response.text() }
  }
}

/** Publishes the document of a page. Throws if the server refuses it. */
export const publish = async (page: Page, address: string): Promise<void> => {
  const { status, text } = await clickPublish(page, address)
  if (status !== 200) throw new Error(`Publishing was refused: ${status} ${text}`)
}
