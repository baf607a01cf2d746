import axeCore from 'axe-core'
import type { Page } from 'playwright-core'

type Violation = { id: string; impact: string | null; nodes: { target: unknown }[] }

/** The serious and critical findings of axe in the part of a page that a selector finds, each with its element. */
export const axeFindings = async (page: Page, part: string): Promise<string[]> => {
  if (!(await page.evaluate(() => 'axe' in window))) await page.evaluate(axeCore.source)
  const violations: Violation[] = JSON.parse(
    await page.evaluate(
      `axe.run(${JSON.stringify(part)}, { resultTypes: ['violations'] }).then(({ violations }) => JSON.stringify(violations))`,
    ),
  )
  return violations
    .filter(({ impact }) => impact === 'serious' || impact === 'critical')
    .flatMap(({ id, nodes }) => nodes.map(({ target }) => `${id}: ${JSON.stringify(target)}`))
}
