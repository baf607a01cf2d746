import { randomBytes } from 'node:crypto'
import { mkdirSync, readFileSync } from 'node:fs'
import path from 'node:path'

import type { BrowserContext, Page } from 'playwright-core'
import { afterAll, describe, expect, inject, it } from 'vitest'

import { publish } from '../helpers/editor/publish.ts'
import { isBrowserMissing, siteTest } from '../helpers/editor/sharedSite.ts'
import { foreignLines } from '../helpers/foreignLines.ts'
import { type RunningServer, startServer } from '../helpers/startServer.ts'
import { withDatabase } from '../helpers/withDatabase.ts'
import { patience } from '../helpers/editor/patience.ts'

const servers = { mongodb: inject('mongodb'), postgres: inject('postgres') }

/** The address of a new database; undefined for one in the server's own folder. */
const databaseUrl = (name: 'mongodb' | 'postgres' | 'sqlite'): string | undefined => {
  const server = name === 'sqlite' ? undefined : servers[name]
  return server && 'url' in server
    ? withDatabase(server.url, `e2e-${randomBytes(6).toString('hex')}`)
    : undefined
}

const url = '/learn/biology/questions/what-is-osmosis-and-why-does-it-matter-to-cells'
const file = 'learn/biology/what-is-osmosis-and-why-does-it-matter-to-cells.md'
const question = 'What is osmosis and why does it matter to cells?'
const published = `/api/articles?where[url][equals]=${encodeURIComponent(url)}&depth=1&limit=1`

type Read = { status: number; body: unknown }

describe.skipIf(isBrowserMissing).each([
  ['sqlite' as const, false],
  ['mongodb' as const, 'skipped' in servers.mongodb],
  ['postgres' as const, 'skipped' in servers.postgres],
])('an editor at work on %s', (database, isSkipped) => {
  let server: RunningServer
  let context: BrowserContext
  let page: Page
  let id: string

  const read = async (address: string, headers: Record<string, string> = {}): Promise<Read> => {
    const response = await fetch(`${server.url}${address}`, { headers })
    return { status: response.status, body: await response.json() }
  }
  const send = async (
    method: string,
    address: string,
    body: unknown,
    headers: Record<string, string> = {},
  ): Promise<Read> => {
    const response = await fetch(`${server.url}${address}`, {
      method,
      headers: { 'Content-Type': 'application/json', ...headers },
      body: JSON.stringify(body),
    })
    return { status: response.status, body: await response.json() }
  }
  const signIn = async (target: Page, user: { email: string; password: string }): Promise<void> => {
    await target.goto(`${server.url}/admin/login`)
    await target.getByLabel('Email').fill(user.email)
    await target.getByLabel('Password').fill(user.password)
    await target.getByRole('button', { name: 'Login' }).click()
    await target.waitForURL(/\/admin\/?$/)
  }

  siteTest.beforeAll(
    async ({ browser }) => {
      if (isSkipped || !browser) return
      const url = databaseUrl(database)
      server = await startServer(url === undefined ? {} : { databaseUrl: url })
      context = await browser.newContext({ viewport: { width: 1440, height: 1000 } })
      page = await context.newPage()
      page.setDefaultTimeout(patience)
    },
    20 * 60 * 1000,
  )

  afterAll(async () => {
    await context?.close()
    if (server) expect(await server.stop()).toBe(0)
  })

  it.skipIf(isSkipped)('the admin never offers to register a first user', async () => {
    const first = await send('POST', '/api/users/first-register', {
      email: 'x@example.com',
      password: 'x'.repeat(12),
    })
    expect(first.status).toBeGreaterThanOrEqual(400)
    expect(server.admin.password.length).toBeGreaterThan(15)
  })

  it.skipIf(isSkipped)(
    'an editor signs in, finds an article, changes its answer and a link, and publishes it',
    async () => {
      const editor = await server.makeUser('editor@example.com', 'editor')
      await signIn(page, editor)
      await page.goto(`${server.url}/admin/collections/articles?search=osmosis`)
      await page.getByRole('link', { name: question }).click()
      await page.waitForURL(/collections\/articles\/[^/?]+$/)
      id = page.url().split('/').at(-1) ?? ''

      const answer = page.locator('.ContentEditable__root')
      await answer.click()
      await page.keyboard.press('Control+End')
      await page.keyboard.type(' Edited in the browser.')

      await page.getByRole('button', { name: 'Links' }).click()
      const relation = page.locator('#field-relatedArticles')
      await relation.locator('input').first().fill('opportunity cost')
      await page
        .getByRole('option', { name: /opportunity cost/i })
        .first()
        .click()

      await publish(page, `/api/articles/${id}`)
      expect(JSON.stringify((await read(published)).body)).toContain(
        '/learn/economics/questions/what-is-opportunity-cost',
      )
    },
  )

  it.skipIf(isSkipped)('visitors get the published change over REST and GraphQL', async () => {
    const rest = await read(published)
    expect(rest.status).toBe(200)
    expect(JSON.stringify(rest.body)).toContain('Edited in the browser.')
    expect(JSON.stringify(rest.body)).toContain('/learn/economics/questions/what-is-opportunity-cost')
    expect(JSON.stringify(rest.body)).not.toContain('legacyId')
    const graphql = await send('POST', '/api/graphql', {
      query: `{ Articles(where: { url: { equals: "${url}" } }) { docs { answer relatedArticles { url } } } }`,
    })
    expect(JSON.stringify(graphql.body)).toContain('Edited in the browser.')
    expect(JSON.stringify(graphql.body)).toContain('what-is-opportunity-cost')
  })

  it.skipIf(isSkipped)('an export changes exactly the edited lines', async () => {
    const out = path.join(server.folder, 'out')
    mkdirSync(out)
    const report = JSON.parse(await server.command('export', out, '--json'))
    expect(report).toMatchObject({ written: 79, problems: [] })
    const before = readFileSync(path.join('content', file), 'utf8')
    const after = readFileSync(path.join(out, file), 'utf8')
    expect(after).not.toBe(before)
    expect(foreignLines(before, after, ['answer', 'related_article'])).toEqual([])
    expect(after).toContain('Edited in the browser.')
    expect(after).toContain('url: /learn/economics/questions/what-is-opportunity-cost')
  })

  it.skipIf(isSkipped)('the Markdown tab shows the file of an article', async () => {
    await page.goto(`${server.url}/admin/collections/articles/${id}/markdown`)
    await page.getByText(file).first().waitFor()
    await page.getByText('Edited in the browser.').first().waitFor()
    const cookies = (await context.cookies()).map(({ name, value }) => `${name}=${value}`).join('; ')
    const response = await fetch(`${server.url}/api/articles/${id}/markdown`, {
      headers: { cookie: cookies },
    })
    expect(response.headers.get('content-type')).toContain('text/markdown')
    expect(await response.text()).toContain('Edited in the browser.')
    expect((await fetch(`${server.url}/api/articles/${id}/markdown`)).status).toBe(401)
  })

  siteTest.skipIf(isSkipped)(
    'a writer can only save drafts, which visitors do not see',
    async ({ browser }) => {
      const writer = await server.makeUser('writer@example.com', 'writer')
      const login = await send('POST', '/api/users/login', writer)
      const token = JSON.stringify(login.body).match(/"token":"([^"]+)"/)?.[1] ?? ''
      const as = { Authorization: `JWT ${token}` }
      expect(
        (
          await send(
            'PATCH',
            `/api/articles/${id}?draft=true&overrideLock=true`,
            { answer: 'A draft of the writer.' },
            as,
          )
        ).status,
      ).toBe(200)
      expect(
        (await send('PATCH', `/api/articles/${id}`, { answer: 'Published by a writer.' }, as)).status,
      ).toBe(403)
      expect(
        (await send('PATCH', `/api/articles/${id}?draft=true`, { _status: 'published' }, as)).status,
      ).toBe(403)
      const seen = await read(`/api/articles/${id}?draft=true`)
      expect(JSON.stringify(seen.body)).toContain('Edited in the browser.')
      expect(JSON.stringify(seen.body)).not.toContain('writer')

      const own = await browser?.newContext({ viewport: { width: 1440, height: 1000 } })
      if (!own) throw new Error('There is no browser.')
      const writing = await own.newPage()
      writing.setDefaultTimeout(patience)
      await signIn(writing, writer)
      await writing.goto(`${server.url}/admin/collections/articles/${id}`)
      await writing.locator('.ContentEditable__root').getByText('A draft of the writer.').waitFor()
      expect(await writing.getByRole('button', { name: /^publish/i }).count()).toBe(0)
      await own.close()
    },
  )

  it.skipIf(isSkipped)('the API key of a reader can read published articles and nothing else', async () => {
    const login = await send('POST', '/api/users/login', server.admin)
    const token = JSON.stringify(login.body).match(/"token":"([^"]+)"/)?.[1] ?? ''
    const apiKey = 'reader-key-'.padEnd(36, '0')
    const made = await send(
      'POST',
      '/api/users',
      {
        email: 'reader@example.com',
        password: 'not-used-to-sign-in',
        role: 'reader',
        enableAPIKey: true,
        apiKey,
      },
      { Authorization: `JWT ${token}` },
    )
    expect(made.status).toBe(201)
    const as = { Authorization: `users API-Key ${apiKey}` }
    const seen = await read(`/api/articles/${id}?draft=true`, as)
    expect(seen.status).toBe(200)
    expect(JSON.stringify(seen.body)).not.toContain('A draft of the writer.')
    expect((await send('PATCH', `/api/articles/${id}`, { answer: 'x' }, as)).status).toBe(403)
    expect((await send('PATCH', `/api/articles/${id}?draft=true`, { answer: 'x' }, as)).status).toBe(403)
    expect((await send('POST', '/api/articles?draft=true', { question: 'x' }, as)).status).toBe(403)
    expect((await read('/api/answerbook-runs', as)).status).toBe(403)
  })

  it.skipIf(isSkipped)('an old URL redirects readers to the current URL of the article', async () => {
    const login = await send('POST', '/api/users/login', server.admin)
    const token = JSON.stringify(login.body).match(/"token":"([^"]+)"/)?.[1] ?? ''
    const moved = await send(
      'PATCH',
      // The editor's page is still open and holds the lock.
      `/api/articles/${id}?overrideLock=true`,
      { slug: 'what-is-osmosis' },
      { Authorization: `JWT ${token}` },
    )
    expect(moved.status).toBe(200)
    const response = await fetch(`${server.url}${url}`, { redirect: 'manual' })
    expect(response.status).toBe(301)
    expect(response.headers.get('location')).toBe('/learn/biology/questions/what-is-osmosis')
  })
})
