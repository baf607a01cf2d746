import { handleEndpoints } from 'payload'
import { afterAll, beforeAll, describe, expect, it } from 'vitest'

import { type BootedArticles, bootArticles } from '../helpers/bootArticles.ts'
import { database, skipped } from '../helpers/bootPayload.ts'

describe.skipIf(skipped())(`GET /api/answerbook/redirect on ${database}`, () => {
  let opened: BootedArticles
  beforeAll(async () => {
    opened = await bootArticles()
  })
  afterAll(() => opened.booted.close())

  const asked = async (query: string) => {
    const response = await handleEndpoints({
      config: opened.booted.config,
      request: new Request(`http://localhost:3000/api/answerbook/redirect${query}`),
    })
    const body: unknown = await response.json()
    return { status: response.status, body, cache: response.headers.get('cache-control') }
  }
  const askFor = (path: string) => asked(`?path=${encodeURIComponent(path)}`)

  const moved = async () => {
    const { articles, subject } = opened
    const { id, url: old } = await articles.publish({ subject })
    const { url } = await articles.update(id, { slug: `moved-${id}` })
    return { id, old: String(old), url }
  }

  it('the endpoint returns the current URL of an article, to be cached for five minutes', async () => {
    const { old, url } = await moved()
    const answer = { status: 200, body: { location: url, status: 301 }, cache: 'public, max-age=300' }
    expect(await askFor(old)).toEqual(answer)
    expect(await askFor(`${old}/`)).toEqual(answer)
    expect(await askFor(old.replace('learn', '%6Cearn'))).toEqual(answer)
  })

  it('the endpoint never reveals the URL of an article that is no longer published', async () => {
    const { id, old } = await moved()
    await opened.articles.update(id, { _status: 'draft' })
    expect(await askFor(old)).toEqual({
      status: 404,
      body: { errors: [{ message: 'There is no redirect from this path.' }] },
      cache: null,
    })
  })

  it('the endpoint returns the published URL while a draft has another one', async () => {
    const { id, old, url } = await moved()
    await opened.booted.payload.update({
      collection: 'articles',
      id: String(id),
      data: { slug: `draft-${id}` },
      draft: true,
    })
    expect(await askFor(old)).toMatchObject({ status: 200, body: { location: url } })
  })

  it.each([
    '',
    '?path=',
    '?path=old',
    '?path=//host/old',
    '?path=https://host/old',
    '?path=/old%3Fa=b',
    '?path=/a&path=/b',
    '?path[equals]=/a',
    `?path=/${'a'.repeat(2048)}`,
  ])('the endpoint refuses %s', async (query) => {
    expect(await asked(query)).toMatchObject({ status: 400 })
  })

  it('the endpoint returns 404 for a path that cannot be decoded', async () => {
    expect(await askFor('/%E0%A4%A')).toMatchObject({ status: 404 })
  })
})
