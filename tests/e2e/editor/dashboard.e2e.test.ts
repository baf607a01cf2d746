import { type Browser, chromium, type Page } from 'playwright-core'
import { afterAll, beforeAll, describe, expect, it } from 'vitest'

import { findBrowser } from '../../helpers/findBrowser.ts'
import { type RunningServer, startServer } from '../../helpers/startServer.ts'

const found = await findBrowser()
if ('skipped' in found) console.warn(found.skipped)

const countArticles = async (server: RunningServer, page: Page): Promise<number> => {
  const response = await page.request.get(`${server.url}/api/articles?draft=true&limit=1&depth=0`)
  const { totalDocs }: { totalDocs: number } = await response.json()
  return totalDocs
}

describe.skipIf('skipped' in found)('what an editor meets first', () => {
  let server: RunningServer
  let browser: Browser
  let page: Page

  beforeAll(
    async () => {
      if ('skipped' in found) return
      server = await startServer()
      browser = await chromium.launch(found)
      page = await browser.newPage({ viewport: { width: 1280, height: 900 } })
      page.setDefaultTimeout(60_000)
      const editor = await server.makeUser('editor@example.com', 'editor')
      await page.goto(`${server.url}/admin/login`)
      await page.getByLabel('Email').fill(editor.email)
      await page.getByLabel('Password').fill(editor.password)
      await page.getByRole('button', { name: 'Login' }).click()
      await page.waitForURL(/\/admin\/?$/)
    },
    20 * 60 * 1000,
  )

  afterAll(async () => {
    await browser?.close()
    if (server) expect(await server.stop()).toBe(0)
  })

  it('makes no article before something was typed, and then one that has its question', async () => {
    const before = await countArticles(server, page)
    await page.goto(`${server.url}/admin/collections/articles`)
    await page
      .getByRole('link', { name: /create new/i })
      .first()
      .click()
    const question = page.getByRole('textbox', { name: 'Question', exact: true })
    await question.waitFor()
    await page.getByRole('button', { name: 'Start writing' }).click()
    await page.getByRole('alert').filter({ hasText: 'Question is required' }).waitFor()
    await page.goBack()
    await page.waitForURL(/collections\/articles(\?|$)/)
    expect(await countArticles(server, page)).toBe(before)

    await page.goto(`${server.url}/admin/collections/articles/create`)
    await question.fill('How is a dashboard read?')
    await question.press('Enter')
    await page.waitForURL(/articles\/[0-9a-f-]{24,}$/)
    await page.locator('.ContentEditable__root').click()
    await page.keyboard.type('From the top.')
    await page.getByText(/last saved/i).waitFor()
    expect(await countArticles(server, page)).toBe(before + 1)
  })

  it('goes on where the editor was, and shows the drafts, the lists and the last import', async () => {
    await page.goto(`${server.url}/admin`)
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
      .click()
    await page.getByRole('heading', { name: /^Import from / }).waitFor()
    await page.getByRole('status').filter({ hasText: 'Done' }).waitFor()
    await page.getByRole('list', { name: 'Files' }).getByText('created').waitFor()
    expect(await page.content()).not.toContain('monaco')
  })

  it('is shown to a writer, who may not see runs', async () => {
    const writer = await server.makeUser('writer@example.com', 'writer')
    const other = await browser.newPage()
    other.setDefaultTimeout(60_000)
    await other.goto(`${server.url}/admin/login`)
    await other.getByLabel('Email').fill(writer.email)
    await other.getByLabel('Password').fill(writer.password)
    await other.getByRole('button', { name: 'Login' }).click()
    await other.getByText('Documents that you change are listed here').waitFor()
    await other.getByText('No runs yet, or you are not allowed to see them.').waitFor()
    await other.getByRole('link', { name: 'Articles', exact: true }).first().waitFor()
    expect(await other.getByRole('link', { name: 'Runs' }).count()).toBe(0)
    await other.close()
  })

  it('fits a phone', async () => {
    await page.setViewportSize({ width: 390, height: 844 })
    for (const address of [
      '/admin',
      '/admin/collections/answerbook-runs',
      '/admin/collections/articles/create',
      '/admin/account',
    ]) {
      await page.goto(`${server.url}${address}`)
      await page.waitForLoadState('networkidle')
      // What comes in from a side is wider for a moment.
      const widest = () => page.evaluate(() => document.documentElement.scrollWidth)
      await expect.poll(widest, { message: address }).toBeLessThanOrEqual(390)
    }
    await page.goto(`${server.url}/admin/collections/articles`)
    await page.getByRole('checkbox').nth(1).check()
    const last = page.locator('.list-selection').getByRole('button').last()
    await last.waitFor()
    const { x, width } = (await last.boundingBox()) ?? { x: 0, width: 391 }
    expect(x + width).toBeLessThanOrEqual(390)
  })
})
