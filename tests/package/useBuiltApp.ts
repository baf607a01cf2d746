import { type ChildProcess, spawn } from 'node:child_process'
import { once } from 'node:events'
import path from 'node:path'

import { type Browser, type BrowserContext, chromium, type Page } from 'playwright-core'
import { afterAll, beforeAll, inject } from 'vitest'

import { clickPublish } from '../helpers/editor/publish.ts'
import { findBrowser } from '../helpers/findBrowser.ts'
import { answerbook, builtFolder, type Files, filesOf } from './appLife.ts'
import { appEnvironment, runProgram, succeeded } from './runIn.ts'
import { patience } from '../helpers/editor/patience.ts'

/** An app on SQLite, built and started by Next, with its content imported, and a browser in it. */
export type BuiltApp = {
  isSkipped: boolean
  /** Signs up the first user, who is signed in from then on. */
  signUp: () => Promise<void>
  /** Opens a document by its slug, once its form can be edited. */
  open: (slug: string) => Promise<Page>
  /** Opens the text of a document as rich text, by its label. */
  richText: (page: Page, label: RegExp) => Promise<ReturnType<Page['getByRole']>>
  /** Saves or publishes the document of a page; returns the status of the response. */
  save: (page: Page) => Promise<number>
  /** The original files in `content`, and all files of an export. */
  content: () => Files
  exported: () => Promise<Files>
}

type Options = { name: string; collection: string; importOptions?: string[]; users?: string }

const url = 'file:built.db'
const production = { DATABASE_URL: url, NODE_ENV: 'production' }

const found = await findBrowser()
if ('skipped' in found) console.warn(found.skipped)

/** The address of a server, once it reports that it is ready. */
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

/** Builds and starts an app of `apps/` for the tests of a file, and stops it after them. */
export const useBuiltApp = ({ collection, importOptions = [], name, users = 'users' }: Options): BuiltApp => {
  const folder = builtFolder(inject('apps').folder, name)
  let server: ChildProcess
  let address: string
  let browser: Browser
  let context: BrowserContext

  beforeAll(async () => {
    if ('skipped' in found) return
    await answerbook(folder, url, ['import', 'content', ...importOptions])
    await succeeded(runProgram(folder, 'next', ['build'], production))
    server = spawn(path.join(folder, '../node_modules/.bin/next'), ['start', '--port', '0'], {
      cwd: folder,
      env: appEnvironment(production),
    })
    address = await addressOf(server)
    browser = await chromium.launch(found)
    context = await browser.newContext({ viewport: { width: 1440, height: 1000 } })
    context.setDefaultTimeout(patience)
  }, 1_500_000)

  afterAll(async () => {
    await browser?.close()
    if (server?.exitCode !== null) return
    server.kill()
    await once(server, 'exit')
  }, 60_000)

  const idOf = async (slug: string): Promise<string> => {
    const found = `${address}/api/${collection}?where[slug][equals]=${slug}&draft=true`
    const response = await context.request.get(found)
    if (!response.ok()) throw new Error(`${found}: ${response.status()} ${await response.text()}`)
    const { docs }: { docs: { id: string }[] } = await response.json()
    return String(docs[0]?.id)
  }

  return {
    isSkipped: 'skipped' in found,
    signUp: async () => {
      // Payload's form of the first user loses a submission now and then on a busy machine; its endpoint does not.
      const registered = await context.request.post(`${address}/api/${users}/first-register`, {
        data: { email: 'writer@example.com', password: 'a long password' },
      })
      if (!registered.ok()) throw new Error(`Signing up failed: ${await registered.text()}`)
      const page = await context.newPage()
      await page.goto(`${address}/admin`)
      await page.locator('.dashboard').first().waitFor()
      await page.close()
    },
    open: async (slug) => {
      const page = await context.newPage()
      await page.goto(`${address}/admin/collections/${collection}/${await idOf(slug)}`)
      await page.locator('[data-form-ready="true"]').first().waitFor()
      return page
    },
    richText: async (page, label) => {
      const text = page.getByRole('textbox', { name: label })
      await page.getByRole('tab', { name: 'Rich text' }).click()
      await text.and(page.locator('[contenteditable="true"]')).waitFor()
      return text
    },
    save: async (page) => {
      const [, id = ''] = /\/([^/]+)$/.exec(new URL(page.url()).pathname) ?? []
      return (await clickPublish(page, `/api/${collection}/${id}`)).status
    },
    content: () => filesOf(path.join(folder, 'content')),
    exported: async () => {
      const { code } = await answerbook(folder, url, ['export', 'out-built'])
      if (code !== 0) throw new Error(`The export ended with ${code}.`)
      return filesOf(path.join(folder, 'out-built'))
    },
  }
}
