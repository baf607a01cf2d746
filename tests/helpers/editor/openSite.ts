import { randomBytes } from 'node:crypto'
import { mkdtempSync, readFileSync, rmSync } from 'node:fs'
import { tmpdir } from 'node:os'
import path from 'node:path'

import { type Browser, type BrowserContext, type BrowserContextOptions, chromium } from 'playwright-core'

import { makeTree } from '../../files/makeTree.ts'
import type { Browser as FoundBrowser } from '../findBrowser.ts'
import { type RunningServer, startServer } from '../startServer.ts'
import { articleFile, articlePath } from './articleFile.ts'

/** A running server whose articles were imported from files of a test, and a browser. */
export type Site = {
  server: RunningServer
  /** A browser profile of its own in which an editor has signed in: always the same one, or somebody by this name. */
  signedIn: (options?: BrowserContextOptions, name?: string, role?: string) => Promise<BrowserContext>
  /** Id of the article whose file has this name. */
  idOf: (slug: string) => Promise<string>
  /** The answer that readers see. */
  published: (slug: string) => Promise<string>
  /** The answer as it was saved last, published or not. */
  draft: (slug: string) => Promise<string>
  /** Exports everything into an empty folder; returns how the file of an article reads there. */
  exported: () => Promise<(slug: string) => string>
  close: () => Promise<void>
}

type Credentials = { email: string; password: string }

type Doc = { id: number | string; answer: string }

/** Opens a site with one article for each answer, by the names of their files. */
export const openSite = async (found: FoundBrowser, answers: Record<string, string>): Promise<Site> => {
  const content = mkdtempSync(path.join(tmpdir(), 'answerbook-editor-'))
  const files = Object.entries(answers).map(([slug, answer]) => [
    articlePath(slug),
    articleFile(slug, answer),
  ])
  await makeTree(content, Object.fromEntries(files))
  const server = await startServer({ content })
  const browser: Browser = await chromium.launch(found)
  const send = async (address: string, body: unknown, token?: string): Promise<{ token: string }> => {
    const response = await fetch(`${server.url}/api/users${address}`, {
      method: 'POST',
      headers: { 'Content-Type': 'application/json', ...(token ? { Authorization: `JWT ${token}` } : {}) },
      body: JSON.stringify(body),
    })
    if (!response.ok) throw new Error(`${address} was refused: ${response.status} ${await response.text()}`)
    return response.json()
  }
  const admin = await send('/login', server.admin)
  const makeUser = async (name: string, role: string): Promise<Credentials> => {
    const user = { email: `${name}@example.com`, password: randomBytes(12).toString('hex') }
    await send('', { ...user, role }, admin.token)
    return user
  }
  const editor = await makeUser('editor', 'editor')
  const { token } = await send('/login', editor)

  const article = async (slug: string, { isDraft = false } = {}): Promise<Doc> => {
    const response = await fetch(
      `${server.url}/api/articles?where[slug][equals]=${slug}&depth=0${isDraft ? '&draft=true' : ''}`,
      { headers: isDraft ? { Authorization: `JWT ${token}` } : {} },
    )
    const { docs }: { docs: Doc[] } = await response.json()
    const [doc] = docs
    if (!doc) throw new Error(`There is no article ${slug}.`)
    return doc
  }

  return {
    server,
    signedIn: async (options = {}, name, role = 'editor') => {
      const context = await browser.newContext({ viewport: { width: 1440, height: 1000 }, ...options })
      context.setDefaultTimeout(30_000)
      const data = name === undefined ? editor : await makeUser(name, role)
      const login = await context.request.post(`${server.url}/api/users/login`, { data })
      if (!login.ok()) throw new Error(`${data.email} could not sign in: ${login.status()}`)
      return context
    },
    idOf: async (slug) => String((await article(slug)).id),
    published: async (slug) => (await article(slug)).answer,
    draft: async (slug) => (await article(slug, { isDraft: true })).answer,
    exported: async () => {
      const out = mkdtempSync(path.join(server.folder, 'out-'))
      await server.command('export', out, '--json')
      return (slug) => readFileSync(path.join(out, articlePath(slug)), 'utf8')
    },
    close: async () => {
      await browser.close()
      rmSync(content, { force: true, recursive: true })
      const code = await server.stop()
      if (code !== 0) throw new Error(`The server ended with ${code}.`)
    },
  }
}
