import { randomUUID } from 'node:crypto'
import { setTimeout as pause } from 'node:timers/promises'

import { schedulePublishHandler } from '@payloadcms/ui/utilities/schedulePublishHandler'
import { createLocalReq, type Endpoint } from 'payload'
import { afterAll, beforeAll, describe, expect, it } from 'vitest'

import { roles } from '../../src/access/roles.ts'
import { type DocumentId, documentsOf } from '../../src/documents/documents.ts'
import { articleText } from '../fixtures/articleText.ts'
import { type BootedArticles, bootArticles } from '../helpers/bootArticles.ts'
import { database, skipped } from '../helpers/bootPayload.ts'
import { graphql } from '../helpers/graphql.ts'
import type { Person } from '../helpers/makeUsers.ts'
import { rest } from '../helpers/rest.ts'
import { mutationsOf } from './mutationsOf.ts'

const people: Person[] = ['visitor', ...roles]

// Requests that Payload itself answers with a 500, without having changed anything.
const answersItself = [
  // Preferences that are not there.
  /^DELETE payload-preferences\/:/,
  // No task has a schedule.
  /^GET payload-jobs\/handle-schedules/,
]

// Far longer than a request takes, and far less than the 30 seconds after which a self-waiting one would be refused.
const limit = 10_000

const png = Buffer.from(
  'iVBORw0KGgoAAAANSUhEUgAAAAEAAAABCAYAAAAfFcSJAAAADUlEQVR42mNk+M9QDwADhgGAWjR9awAAAABJRU5ErkJggg==',
  'base64',
)

type Route = { collection?: string; method: string; path: string }

describe.skipIf(skipped())(`every endpoint on ${database}`, () => {
  let opened: BootedArticles
  let article: DocumentId
  beforeAll(async () => {
    opened = await bootArticles()
    article = (await opened.articles.publish({ subject: opened.subject })).id
  })
  afterAll(() => opened.booted.close())

  const routes = (): Route[] => {
    const { config } = opened.booted
    const from = (base: string, endpoints: Endpoint[] | false | undefined, collection?: string): Route[] =>
      (endpoints || []).map(({ method, path }) => ({
        method,
        path: `${base}${path}`,
        ...(collection === undefined ? {} : { collection }),
      }))
    return [
      ...from('', config.endpoints),
      ...config.globals.flatMap(({ slug, endpoints }) => from(['globals', slug].join('/'), endpoints)),
      ...config.collections.flatMap(({ slug, endpoints }) => from(slug, endpoints, slug)),
      // What deletes comes last, so that the others find something.
    ].sort((a, b) => Number(a.method === 'delete') - Number(b.method === 'delete'))
  }

  /** The data to create a document of a collection; for collections that nobody writes to manually, arbitrary data. */
  const dataOf = (collection: string | undefined): Record<string, unknown> => {
    const unique = randomUUID()
    const known: Record<string, Record<string, unknown>> = {
      articles: { subject: opened.subject, question: `${unique}?`, answer: 'x', _status: 'published' },
      subjects: { title: unique, slug: unique },
      redirects: { from: `/${unique}`, to: '/x' },
      media: { alt: unique },
      users: { email: `${unique}@example.com`, password: unique, role: 'reader' },
      'payload-locked-documents': { document: { relationTo: 'articles', value: article } },
      'payload-jobs': {
        taskSlug: 'schedulePublish',
        input: { type: 'publish', doc: { relationTo: 'articles', value: article } },
      },
    }
    return known[collection ?? ''] ?? { key: unique, name: unique, value: {} }
  }

  const documentOf = async (collection: string): Promise<DocumentId> => {
    const file = { data: png, mimetype: 'image/png', name: `${randomUUID()}.png`, size: png.length }
    const create = () =>
      collection === 'media'
        ? opened.booted.payload.create({ collection, data: { alt: 'x' }, file })
        : documentsOf(opened.booted.payload).create({ collection, data: dataOf(collection) })
    return create().then(
      ({ id }) => id,
      () => randomUUID(),
    )
  }

  const bodyOf = ({ collection, path }: Route): unknown => {
    if (collection === 'media' && path === 'media/') {
      const form = new FormData()
      form.set('file', new File([png], `${randomUUID()}.png`, { type: 'image/png' }))
      form.set('_payload', JSON.stringify(dataOf(collection)))
      return form
    }
    if (path === '/answerbook/import') {
      const form = new FormData()
      const slug = randomUUID()
      form.set('file', new File([articleText('test', slug, { id: undefined })], `learn/test/${slug}.md`))
      return form
    }
    const email = 'reader@example.com'
    if (path.endsWith('/login')) return { email, password: 'reader-password-1' }
    if (path.endsWith('/forgot-password') || path.endsWith('/unlock')) return { email }
    if (path.endsWith('/reset-password')) return { token: 'unknown', password: 'a-new-password-1' }
    return dataOf(collection)
  }

  const queryOf = ({ method, path }: Route, id: string): string => {
    if (path === '/answerbook/redirect') return '?path=/old'
    if (path.startsWith('/answerbook/')) return ''
    return method === 'get' ? '?depth=0&limit=2' : `?where[id][equals]=${id}`
  }

  const within = async <T>(answer: T, what: string): Promise<Awaited<T>> => {
    const timer = new AbortController()
    const late = pause(limit, undefined, { signal: timer.signal }).then(() => {
      throw new Error(`${what} did not answer within ${limit / 1_000} seconds.`)
    })
    late.catch(() => undefined)
    return Promise.race([answer, late]).finally(() => timer.abort())
  }

  const saveOfAnEditor = async () => {
    const body = dataOf('articles')
    const { status } = await within(
      rest(opened.booted.config, 'articles', { as: 'editor', method: 'POST', body }),
      'An editor who saves',
    )
    expect(status).toBe(201)
  }

  it('the list of endpoints includes those of the plugin', () => {
    const own = routes().filter(({ path }) => path.startsWith('/answerbook/'))
    expect(own.map(({ method, path }) => `${method} ${path}`).sort()).toEqual([
      'get /answerbook/export',
      'get /answerbook/inbound/:collection/:id',
      'get /answerbook/redirect',
      'get /answerbook/runs/:id/conflicts',
      'get /answerbook/runs/:id/download',
      'get /answerbook/runs/:id/progress',
      'get /answerbook/runs/:id/report',
      'get /answerbook/runs/:id/results',
      'get /answerbook/runs/options',
      'post /answerbook/export',
      'post /answerbook/import',
      'post /answerbook/runs',
      'post /answerbook/runs/:id/cancel',
      'post /answerbook/runs/:id/conflicts',
      'post /answerbook/uploads',
    ])
  })

  it.each(people)('the endpoint %s responds, and others can save', async (as) => {
    const failures: string[] = []
    const documents = new Map<string, DocumentId>()
    for (const route of routes()) {
      const { collection, method, path } = route
      if (collection !== undefined && !documents.has(collection))
        documents.set(collection, await documentOf(collection))
      const id = String(documents.get(collection ?? '') ?? 'unknown')
      const address = path.replaceAll(/:[a-z]+\??/gi, id)
      const query = queryOf(route, id)
      const body = method === 'get' ? undefined : bodyOf(route)
      const name = `${method.toUpperCase()} ${path}`
      const answer = await within(
        rest(opened.booted.config, address + query, { as, method: method.toUpperCase(), body }),
        name,
      ).catch((error: unknown) => ({ status: 500, body: { error: String(error) } }))
      // Collections of Payload's own, which only staff may read.
      const isPayloads = collection?.startsWith('payload-') && path.includes('/versions')
      const isKnown = answersItself.some((known) => known.test(name)) || isPayloads
      if (answer.status >= 500 && !isKnown)
        failures.push(`${name}: ${answer.status} ${JSON.stringify(answer.body)}`)
    }
    expect(failures).toEqual([])
    await saveOfAnEditor()
  })

  it.each(people)('the mutations of %s in GraphQL respond, and others can save', async (as) => {
    const { config } = opened.booted
    for (const [name, mutation] of Object.entries(mutationsOf(config))) {
      await within(graphql(config, mutation, { as }), name)
    }
    await saveOfAnEditor()
  })

  it('four simultaneous password resets succeed, and others can save', async () => {
    const ask = (email: string) =>
      rest(opened.booted.config, 'users/forgot-password', { method: 'POST', body: { email } })
    const asked = Promise.all(
      ['admin@example.com', 'editor@example.com', 'nobody@example.com', 'writer@example.com'].map(ask),
    )
    await saveOfAnEditor()
    const answers = await within(asked, 'Who has forgotten a password')
    expect(answers.map(({ status }) => status)).toEqual([200, 200, 200, 200])
    const { docs } = await opened.booted.payload.find({
      collection: 'users',
      where: { resetPasswordToken: { exists: true } },
      showHiddenFields: true,
    })
    expect(docs.map(({ email }) => email)).toEqual(expect.arrayContaining(['admin@example.com']))
  })

  it('scheduling and canceling a publication succeeds', async () => {
    const { payload } = opened.booted
    const user = await payload.findByID({ collection: 'users', id: opened.users.editor.id })
    const req = await createLocalReq({ user: { ...user, collection: 'users' } }, payload)
    const schedule = schedulePublishHandler({
      importMap: {},
      cookies: new Map(),
      locale: undefined,
      permissions: {},
      user,
      date: new Date(Date.now() + 3_600_000),
      doc: { relationTo: 'articles', value: String(article) },
      req,
      type: 'publish',
    })
    expect(await within(schedule, 'Scheduling')).not.toHaveProperty('error')
    await saveOfAnEditor()
  })
})
