import type { Page } from 'playwright-core'

/**
 * Waits until a page has done what followed from the last key or press, as a person who looks at the screen does.
 * Browsers tell of a caret that has moved, and React shows what is not urgent, in tasks of their own.
 */
export const untilIdle = (page: Page): Promise<void> =>
  page.evaluate(
    () =>
      new Promise<void>((resolve) => {
        requestAnimationFrame(() => requestIdleCallback(() => resolve(), { timeout: 5000 }))
      }),
  )
