import type { Page } from 'playwright-core'

/**
 * Waits until a page has handled the last key or click, as a person does who looks at the screen. Browsers report moved
 * carets, and React renders updates that are not urgent, in separate tasks.
 */
export const untilIdle = (page: Page): Promise<void> =>
  page.evaluate(
    () =>
      new Promise<void>((resolve) => {
        requestAnimationFrame(() => requestIdleCallback(() => resolve(), { timeout: 5000 }))
      }),
  )
