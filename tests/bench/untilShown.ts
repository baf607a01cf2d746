import type { Page } from 'playwright-core'

/** Resolves once a page shows the whole answer; returns the time since the request, in milliseconds. */
export const untilShown = async (page: Page): Promise<number> => {
  const shown = await page.waitForFunction(() => {
    const text = document.querySelector('[data-lexical-editor="true"]')
    if (!text || text.textContent.trim() === '') return false
    const formulas = [...text.querySelectorAll('.answerbook-formula')]
    return formulas.every((formula) => formula.querySelector('.katex')) && performance.now()
  })
  const time = await shown.jsonValue()
  return time === false ? Number.NaN : time
}
