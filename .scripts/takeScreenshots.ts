import { mkdirSync } from 'node:fs'
import path from 'node:path'

import { type BrowserContextOptions, chromium, type Locator, type Page } from 'playwright-core'

import { findBrowser } from '../tests/helpers/findBrowser.ts'
import { startServer } from '../tests/helpers/startServer.ts'
import { importDelivery } from './screenshots/importDelivery.ts'

// Takes the images of the README and the docs; with a folder as argument, a whole tour in all languages into that folder.
const tour = process.argv[2]
const found = await findBrowser()
if ('skipped' in found) throw new Error(found.skipped)
const content = process.env.CONTENT_DIR
const server = await startServer(content === undefined ? {} : { content })
const browser = await chromium.launch(found)

const looks: Record<string, BrowserContextOptions> = {
  desktop: { viewport: { width: 1440, height: 900 }, colorScheme: 'light' },
  'desktop-dark': { viewport: { width: 1440, height: 900 }, colorScheme: 'dark' },
  phone: { viewport: { width: 390, height: 844 }, colorScheme: 'light', hasTouch: true, isMobile: true },
  'phone-dark': {
    viewport: { width: 390, height: 844 },
    colorScheme: 'dark',
    hasTouch: true,
    isMobile: true,
  },
}

const signIn = async (page: Page): Promise<void> => {
  await page.goto(`${server.url}/admin/login`)
  await page.getByLabel('Email').fill(server.admin.email)
  await page.getByLabel('Password').fill(server.admin.password)
  await page.getByRole('button', { name: 'Login' }).click()
  await page.waitForURL(/\/admin\/?$/)
}

const settle = async (page: Page): Promise<void> => {
  await page.waitForLoadState('networkidle')
  await page.waitForTimeout(800)
}

const search = process.env.SEARCH ?? 'Euler'
const response = await fetch(`${server.url}/api/articles?where[question][like]=${search}&limit=1&depth=0`)
const { docs }: { docs: { id: string }[] } = await response.json()
const id = docs[0]?.id ?? ''

const pictures = path.resolve('docs/images')
const shown = ['articles', 'edit', 'import', 'run', 'conflicts', 'changes']
let imported: Awaited<ReturnType<typeof importDelivery>> | undefined
mkdirSync(pictures, { recursive: true })

for (const [look, options] of Object.entries(looks)) {
  if (tour === undefined && look !== 'desktop') continue
  const context = await browser.newContext(options)
  const page = await context.newPage()
  page.setDefaultTimeout(60_000)
  await signIn(page)
  const take = async (name: string, part: Page | Locator = page): Promise<void> => {
    await settle(page)
    const file =
      tour === undefined ? path.join(pictures, `${name}.png`) : path.join(tour, `${name}-${look}.png`)
    if (tour !== undefined || shown.includes(name)) await part.screenshot({ path: file })
  }
  await page.goto(`${server.url}/admin`)
  await take('dashboard')
  await page.goto(`${server.url}/admin/collections/articles`)
  await take('articles')
  await page.goto(`${server.url}/admin/collections/articles/${id}`)
  // Payload remembers the tab that was open last.
  await page.getByRole('button', { name: 'Question', exact: true }).click()
  await page.locator('.ContentEditable__root').waitFor()
  await take('edit')
  if (tour !== undefined) {
    for (const tab of ['Links', 'SEO', 'Import data']) {
      await page.getByRole('button', { name: tab, exact: true }).click()
      await take(`tab-${tab.toLowerCase().replaceAll(' ', '-')}`)
    }
    await page.goto(`${server.url}/admin/collections/articles/${id}/markdown`)
    await take('markdown')
    await page.goto(`${server.url}/admin/collections/articles/${id}/versions`)
    await take('versions')
    await page.goto(`${server.url}/admin/collections/subjects`)
    await take('subjects')
    await page.goto(`${server.url}/admin/collections/articles?search=nothing-has-this-name`)
    await take('empty')
  }
  // Edits the demo, so it comes last.
  imported ??= await importDelivery(server)
  const { check, delivery, run } = imported
  await page.setViewportSize({ width: options.viewport?.width ?? 1440, height: 1200 })
  await page.goto(`${server.url}/admin/import?check=${check}&folder=${encodeURIComponent(delivery)}`)
  await page.getByRole('heading', { name: 'What would happen to each file' }).waitFor()
  await take('import')
  await page.goto(`${server.url}/admin/collections/answerbook-runs/${run}`)
  const conflicts = page.locator('.answerbook-conflicts')
  await conflicts.locator('.cm-editor').first().waitFor()
  await take('run')
  await take('conflicts', conflicts)
  await page.setViewportSize({ width: options.viewport?.width ?? 1440, height: 600 })
  await page.goto(`${server.url}/admin/changes`)
  await page.getByRole('row').nth(1).waitFor()
  await take('changes')
  await context.close()
}
await browser.close()
await server.stop()
