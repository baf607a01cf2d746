import { mkdtempSync, readFileSync, writeFileSync } from 'node:fs'
import path from 'node:path'

import type { Browser, BrowserContext, BrowserContextOptions } from 'playwright-core'

import { unzip } from '../../../src/files/upload/unzip.ts'
import type { RunningServer } from '../startServer.ts'
import { articleFile, articlePath, articleUrl } from './articleFile.ts'
import { asAdmin, type Credentials, signIn } from './siteRequests.ts'
import { patience } from './patience.ts'

/** What tests share: a running server with the demo in it, the token of its admin, and a browser. */
export type SharedSite = { server: RunningServer; adminToken: string; browser: Browser }

/** A shared site with articles and an editor that no other file of tests uses. */
export type Site = {
  server: RunningServer
  /** The one who `signedIn` signs in unless it is given a name. */
  editor: Credentials
  /** A user with this name, possibly shared with other test files. */
  makeUser: (name: string, role: string) => Promise<Credentials>
  /** A new browser profile in which an editor is signed in: always the same one, or the user with this name. */
  signedIn: (options?: BrowserContextOptions, name?: string, role?: string) => Promise<BrowserContext>
  /** Id of the article whose file has this name. */
  idOf: (slug: string) => Promise<string>
  /** The answer that readers see. */
  published: (slug: string) => Promise<string>
  /** The latest saved answer, published or not. */
  draft: (slug: string) => Promise<string>
  /** Exports everything; returns a function for the exported text of an article. */
  exported: () => Promise<(slug: string) => string>
  /** The text of an article's file with this answer. */
  fileWith: (slug: string, answer: string) => string
}

type Doc = { id: number | string; answer: string }

/** Opens a site under a subject that no other test uses, with one article for each answer, by the names of their files. */
export const openSite = async (
  { adminToken, browser, server }: SharedSite,
  subject: string,
  answers: Record<string, string>,
): Promise<Site> => {
  const admin = asAdmin(server.url, adminToken)
  const files = Object.entries(answers).map(
    ([slug, answer]) => new File([articleFile(subject, slug, answer)], articlePath(subject, slug)),
  )
  await admin.importFiles(files)
  const makeUser = (name: string, role: string): Promise<Credentials> =>
    admin.makeUser({ email: `${name}@${subject}.example.com`, role })
  const editor = await makeUser('editor', 'editor')
  const token = await signIn(server.url, editor)

  const article = async (slug: string, { isDraft = false } = {}): Promise<Doc> => {
    const url = encodeURIComponent(articleUrl(subject, slug))
    const response = await fetch(
      `${server.url}/api/articles?where[url][equals]=${url}&depth=0${isDraft ? '&draft=true' : ''}`,
      { headers: isDraft ? { Authorization: `JWT ${token}` } : {} },
    )
    const { docs }: { docs: Doc[] } = await response.json()
    const [doc] = docs
    if (!doc) throw new Error(`There is no article ${slug}.`)
    return doc
  }

  return {
    server,
    editor,
    makeUser,
    signedIn: async (options = {}, name, role = 'editor') => {
      const context = await browser.newContext({ viewport: { width: 1440, height: 1000 }, ...options })
      context.setDefaultTimeout(patience)
      const value = name === undefined ? token : await signIn(server.url, await makeUser(name, role))
      await context.addCookies([{ name: 'payload-token', value, url: server.url, httpOnly: true }])
      return context
    },
    idOf: async (slug) => String((await article(slug)).id),
    published: async (slug) => (await article(slug)).answer,
    draft: async (slug) => (await article(slug, { isDraft: true })).answer,
    exported: async () => {
      const folder = mkdtempSync(path.join(server.folder, 'out-'))
      const zip = path.join(folder, 'content.zip')
      writeFileSync(zip, await admin.exportZip())
      await unzip(zip, folder)
      return (slug) => readFileSync(path.join(folder, articlePath(subject, slug)), 'utf8')
    },
    fileWith: (slug, answer) => articleFile(subject, slug, answer),
  }
}
