import type { Locator, Page } from 'playwright-core'
import { beforeAll, describe, expect, it } from 'vitest'

import { useSite } from '../../helpers/editor/useSite.ts'
import { patience } from '../../helpers/editor/patience.ts'

const used = useSite({}, { viewport: { width: 1280, height: 900 } })

const countArticles = async (page: Page): Promise<number> => {
  const address = `${used.site().server.url}/api/articles?draft=true&limit=1&depth=0`
  const { totalDocs }: { totalDocs: number } = await (await page.request.get(address)).json()
  return totalDocs
}

describe.skipIf(used.isSkipped)('the dashboard', () => {
  let page: Page
  let admin: string

  beforeAll(async () => {
    if (used.isSkipped) return
    page = await used.context().newPage()
    page.setDefaultTimeout(patience)
    admin = `${used.site().server.url}/admin`
  })

  // A click that comes before the page reacts to it may be lost; an editor clicks again, and so do we.
  const openNewArticle = async (question: Locator): Promise<void> => {
    for (let attempt = 1; attempt <= 6; attempt += 1) {
      await page.goto(`${admin}/collections/articles`)
      await page
        .getByRole('link', { name: /create new/i })
        .first()
        .click()
      const isThere = await question.waitFor({ timeout: patience / 6 }).then(
        () => true,
        () => false,
      )
      if (isThere) return
    }
    throw new Error(`No question can be entered at ${page.url()}.`)
  }

  it('an article is only created once its question has been entered', async () => {
    const before = await countArticles(page)
    const question = page.getByRole('textbox', { name: 'Question', exact: true })
    await openNewArticle(question)
    await page.getByRole('button', { name: 'Start writing' }).click()
    await page.getByRole('alert').filter({ hasText: 'Question is required' }).waitFor()
    await page.goBack()
    await page.waitForURL(/collections\/articles(\?|$)/)
    expect(await countArticles(page)).toBe(before)

    await page.goto(`${admin}/collections/articles/create`)
    await question.fill('How is a dashboard read?')
    await question.press('Enter')
    await page.waitForURL(/articles\/[0-9a-f-]{24,}$/)
    await page.locator('.ContentEditable__root').click()
    await page.keyboard.type('From the top.')
    await page.getByText(/last saved/i).waitFor()
    expect(await countArticles(page)).toBe(before + 1)
  })

  it('the dashboard shows recent work, drafts, lists and the last import', async () => {
    await page.goto(admin)
    const part = (title: RegExp) =>
      page.locator('section').filter({ has: page.getByRole('heading', { name: title }) })
    await part(/^Continue/)
      .getByRole('link', { name: 'How is a dashboard read?' })
      .waitFor()
    await part(/^My drafts/)
      .getByRole('link', { name: 'How is a dashboard read?' })
      .waitFor()
    await part(/^Lists/)
      .getByRole('link', { name: 'Articles', exact: true })
      .waitFor()
    await part(/^Unresolved links/).waitFor()
    await part(/^Imports and exports/)
      .getByRole('link', { name: /^Import: / })
      .first()
      .click()
    await page.getByRole('heading', { name: /^Import: / }).waitFor()
    await page.getByRole('status').filter({ hasText: 'Done' }).waitFor()
    await page.getByRole('list', { name: 'Files' }).getByText('created').waitFor()
    expect(await page.content()).not.toContain('monaco')
  })

  it('the dashboard of a writer does not show runs', async () => {
    const context = await used.site().signedIn({}, 'writer', 'writer')
    const other = await context.newPage()
    await other.goto(admin)
    await other.getByText('Documents that you change are listed here').waitFor()
    await other.getByText('No runs yet, or you are not allowed to see them.').waitFor()
    await other.getByRole('link', { name: 'Articles', exact: true }).first().waitFor()
    expect(await other.getByRole('link', { name: 'Runs' }).count()).toBe(0)
    await context.close()
  })

  it('the dashboard fits a phone', async () => {
    await page.setViewportSize({ width: 390, height: 844 })
    for (const address of ['', '/collections/answerbook-runs', '/collections/articles/create', '/account']) {
      await page.goto(`${admin}${address}`)
      await page.waitForLoadState('networkidle')
      // Content that slides in is wider for a moment.
      const widest = () => page.evaluate(() => document.documentElement.scrollWidth)
      await expect.poll(widest, { message: address }).toBeLessThanOrEqual(390)
    }
    await page.goto(`${admin}/collections/articles`)
    await page.getByRole('checkbox').nth(1).check()
    const last = page.locator('.list-selection').getByRole('button').last()
    await last.waitFor()
    const { x, width } = (await last.boundingBox()) ?? { x: 0, width: 391 }
    expect(x + width).toBeLessThanOrEqual(390)
  })
})
