import { type ChildProcess, spawn } from 'node:child_process'
import { once } from 'node:events'
import path from 'node:path'

import { type Browser, type BrowserContext, chromium, type Page } from 'playwright-core'
import { afterAll, beforeAll, describe, expect, inject, it } from 'vitest'

import { selectText } from '../helpers/editor/selectText.ts'
import { findBrowser } from '../helpers/findBrowser.ts'
import { answerbook, filesOf } from './appLife.ts'
import { appEnvironment, runProgram, succeeded } from './runIn.ts'

const folder = path.join(inject('apps').folder, 'blog')
const url = 'file:built.db'
const production = { DATABASE_URL: url, NODE_ENV: 'production' }

const found = await findBrowser()
if ('skipped' in found) console.warn(found.skipped)

/** The address of a server, once it says that it is ready. */
const addressOf = async (server: ChildProcess): Promise<string> => {
  let said = ''
  return new Promise((resolve, reject) => {
    const hear = (chunk: Buffer): void => {
      said += String(chunk)
      const [, address] = /(http:\/\/localhost:\d+)/.exec(said) ?? []
      if (address !== undefined && /Ready in/.test(said)) resolve(address)
    }
    server.stdout?.on('data', hear)
    server.stderr?.on('data', hear)
    server.once('exit', (code) => reject(new Error(`next start ended with ${code}: ${said}`)))
  })
}

describe.skipIf('skipped' in found)('the blog, built by next build', () => {
  let server: ChildProcess
  let address: string
  let browser: Browser
  let context: BrowserContext

  const idOf = async (slug: string): Promise<string> => {
    const response = await context.request.get(`${address}/api/posts?where[slug][equals]=${slug}&draft=true`)
    const { docs }: { docs: { id: string }[] } = await response.json()
    return String(docs[0]?.id)
  }

  const open = async (slug: string): Promise<Page> => {
    const page = await context.newPage()
    await page.goto(`${address}/admin/collections/posts/${await idOf(slug)}`)
    await page.locator('[data-form-ready="true"]').first().waitFor()
    return page
  }

  const publish = async (page: Page): Promise<number> => {
    const answer = page.waitForResponse((response) => response.request().method() === 'PATCH')
    await page.locator('#action-save:not([disabled])').click()
    return (await answer).status()
  }

  beforeAll(async () => {
    if ('skipped' in found) return
    await answerbook(folder, url, ['import', 'content'])
    await succeeded(runProgram(folder, 'next', ['build'], production))
    server = spawn(path.join(folder, '../node_modules/.bin/next'), ['start', '--port', '0'], {
      cwd: folder,
      env: appEnvironment(production),
    })
    address = await addressOf(server)
    browser = await chromium.launch(found)
    context = await browser.newContext({ viewport: { width: 1440, height: 1000 } })
    context.setDefaultTimeout(60_000)
  }, 1_500_000)

  afterAll(async () => {
    await browser?.close()
    if (server?.exitCode !== null) return
    server.kill()
    await once(server, 'exit')
  }, 60_000)

  it('lets its first user sign in', { timeout: 180_000 }, async () => {
    const page = await context.newPage()
    await page.goto(`${address}/admin`)
    await page.waitForURL(/create-first-user/)
    await page.locator('[data-form-ready="true"]').first().waitFor()
    await page.locator('input[name="email"]').fill('writer@example.com')
    await page.locator('input[name="password"]').fill('a long password')
    await page.locator('input[name="confirm-password"]').fill('a long password')
    await page.locator('.form-submit button').click()
    await page.locator('.dashboard').first().waitFor()
    await page.close()
  })

  it('takes an edit of a title and a paragraph', { timeout: 180_000 }, async () => {
    const page = await open('hello')
    const text = page.getByRole('textbox', { name: /^Content/ })
    await page.getByRole('tab', { name: 'Rich text' }).click()
    await text.and(page.locator('[contenteditable="true"]')).waitFor()
    await selectText(text, 'world', 'end')
    await page.keyboard.type('s')
    await page.locator('#field-title').fill('Hello, worlds')
    expect(await publish(page)).toBe(200)
    await page.close()
  })

  it('refuses a stale save, and says why', { timeout: 180_000 }, async () => {
    const [first, second] = [await open('windows'), await open('windows')]
    await second.locator('#field-title').fill('Second')
    expect(await publish(second)).toBe(200)
    await first.bringToFront()
    await first.locator('#field-title').fill('First')
    expect(await publish(first)).toBe(409)
    await first
      .getByText(/Not saved\. This document was changed by someone else/)
      .first()
      .waitFor()
    await first.close()
    await second.close()
  })

  it('shows the file of a post', { timeout: 180_000 }, async () => {
    const page = await open('hello')
    await page.getByRole('link', { name: 'Markdown' }).click()
    await page.getByText('posts/hello.md').first().waitFor()
    await page.getByText('title: "Hello, worlds"').first().waitFor()
    await page.close()
  })

  it('exports only what was edited', { timeout: 180_000 }, async () => {
    const { code } = await answerbook(folder, url, ['export', 'out-built'])
    const content = filesOf(path.join(folder, 'content'))
    const names = ['hello', 'idea', 'plain', 'toml', 'windows'].map((slug) => `posts/${slug}.md`)
    const edits: Record<string, [from: string, to: string][]> = {
      'posts/hello.md': [
        ['"Hello, world"', '"Hello, worlds"'],
        ['**world**', '**worlds**'],
      ],
      'posts/windows.md': [['title: Windows', 'title: Second']],
    }
    const edited = names.map((name) => [
      name,
      (edits[name] ?? []).reduce((file, [from, to]) => file.replace(from, to), content[name] ?? ''),
    ])
    expect(code).toBe(0)
    expect(filesOf(path.join(folder, 'out-built'))).toEqual(Object.fromEntries(edited))
  })
})
