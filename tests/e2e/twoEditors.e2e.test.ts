import { type Browser, chromium, type Page } from 'playwright-core'
import { afterAll, beforeAll, describe, expect, it } from 'vitest'

import { findBrowser } from '../helpers/findBrowser.ts'
import { type RunningServer, startServer } from '../helpers/startServer.ts'

const found = await findBrowser()
if ('skipped' in found) console.warn(found.skipped)

const slug = 'what-is-osmosis-and-why-does-it-matter-to-cells'

describe.skipIf('skipped' in found)('two editors on one article', () => {
  let server: RunningServer
  let browser: Browser
  let token: string
  let id: string

  const api = async (address: string, options: { method?: string; body?: unknown } = {}): Promise<string> => {
    const response = await fetch(`${server.url}/api/${address}`, {
      method: options.method ?? 'GET',
      headers: {
        'Content-Type': 'application/json',
        ...(token === '' ? {} : { Authorization: `JWT ${token}` }),
      },
      ...(options.body === undefined ? {} : { body: JSON.stringify(options.body) }),
    })
    return response.text()
  }
  const latest = (): Promise<string> => api(`articles/${id}?draft=true&depth=0`)
  const open = async (user: { email: string; password: string }): Promise<Page> => {
    const context = await browser.newContext({ viewport: { width: 1440, height: 1000 } })
    const page = await context.newPage()
    page.setDefaultTimeout(60_000)
    await page.goto(`${server.url}/admin/login`)
    await page.getByLabel('Email').fill(user.email)
    await page.getByLabel('Password').fill(user.password)
    await page.getByRole('button', { name: 'Login' }).click()
    await page.waitForURL(/\/admin\/?$/)
    return page
  }
  const edit = async (page: Page): Promise<void> => {
    await page.goto(`${server.url}/admin/collections/articles/${id}`)
    await page.locator('[data-form-ready="true"]').first().waitFor()
  }
  // The author is a plain text field: this test is about saving, not about writing answers.
  const author = (page: Page) => page.locator('#field-author')
  const write = async (page: Page, text: string): Promise<void> => {
    await author(page).click()
    await page.keyboard.press('Control+A')
    await page.keyboard.type(text, { delay: 60 })
  }
  const saved = (text: string): Promise<void> =>
    expect.poll(latest, { interval: 300, timeout: 60_000 }).toContain(`"author":"${text}"`)
  const refusal = (page: Page) => page.getByText(/This was not saved\. Somebody else/).first()

  beforeAll(
    async () => {
      if ('skipped' in found) return
      server = await startServer()
      browser = await chromium.launch(found)
      token = ''
      const login = await api('users/login', { method: 'POST', body: server.admin })
      token = /"token":"([^"]+)"/.exec(login)?.[1] ?? ''
      id =
        /"id":"?([\w-]+)/.exec(
          await api(`articles?where[slug][equals]=${slug}&depth=0&select[slug]=true`),
        )?.[1] ?? ''
    },
    20 * 60 * 1000,
  )

  afterAll(async () => {
    await browser?.close()
    if (server) expect(await server.stop()).toBe(0)
  })

  it('one alone types through many autosaves and publishes', { timeout: 300_000 }, async () => {
    const page = await open(await server.makeUser('alone@example.com', 'editor'))
    const statuses: number[] = []
    page.on('response', (response) => {
      if (response.request().method() === 'PATCH') statuses.push(response.status())
    })
    // Slow answers make the next autosave leave before the form has learned of the last one.
    await page.route('**/api/articles/**', async (route) => {
      await new Promise((resolve) => setTimeout(resolve, 1_200))
      await route.continue()
    })
    await edit(page)
    for (let at = 1; at <= 6; at += 1) {
      await write(page, `Alone ${at}`)
      await page.waitForTimeout(900)
    }
    await saved('Alone 6')
    await page.locator('#action-save:not([disabled])').click()
    await expect
      .poll(() => api(`articles/${id}?depth=0`), { interval: 300, timeout: 60_000 })
      .toContain('"author":"Alone 6"')
    expect(statuses.length).toBeGreaterThan(3)
    expect([...new Set(statuses)]).toEqual([200])
    await page.context().close()
  })

  it('a save over another is refused, and the text stays in the form', { timeout: 300_000 }, async () => {
    const [ann, ben] = [
      await open(await server.makeUser('ann@example.com', 'editor')),
      await open(await server.makeUser('ben@example.com', 'editor')),
    ]
    await edit(ann)
    await write(ann, 'Ann')
    await saved('Ann')
    await edit(ben)
    const takeOver = ben.getByRole('button', { name: /take over/i })
    await Promise.race([takeOver.first().waitFor(), ben.waitForTimeout(5_000)])
    if (await takeOver.first().isVisible()) await takeOver.first().click()
    await write(ben, 'Ben')
    await saved('Ben')
    await write(ann, 'Ann again')
    await refusal(ann).waitFor()
    await ann.waitForTimeout(2_000)
    expect(await latest()).toContain('"author":"Ben"')
    expect(await author(ann).inputValue()).toBe('Ann again')
    await edit(ann)
    await expect.poll(() => author(ann).inputValue()).toBe('Ben')
    await ann.context().close()
    await ben.context().close()
  })

  it('a second window of the same editor counts as another', { timeout: 300_000 }, async () => {
    const first = await open(await server.makeUser('twice@example.com', 'editor'))
    await edit(first)
    const second = await first.context().newPage()
    await edit(second)
    await write(second, 'Second window')
    await saved('Second window')
    await write(first, 'First window')
    await refusal(first).waitFor()
    expect(await latest()).toContain('"author":"Second window"')
    expect(await author(first).inputValue()).toBe('First window')
    await first.context().close()
  })
})
