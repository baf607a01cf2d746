import { afterAll, beforeAll, describe, expect, it } from 'vitest'

import { documentsOf } from '../../src/documents/documents.ts'
import { findRedirect } from '../../src/urls/redirects/findRedirect.ts'
import { type BootedArticles, bootArticles } from '../helpers/bootArticles.ts'
import { database, skipped } from '../helpers/bootPayload.ts'
import { rest } from '../helpers/rest.ts'

describe.skipIf(skipped())(`manual redirects on ${database}`, () => {
  let opened: BootedArticles
  beforeAll(async () => {
    opened = await bootArticles()
  })
  afterAll(() => opened.booted.close())

  const save = (body: object, path = 'redirects', method = 'POST') =>
    rest(opened.booted.config, path, { as: 'editor', method, body })
  const fires = (sent: string) => findRedirect(opened.booted.payload)(sent)

  it.each([
    ['/old/', '/old', '/old/?a=b'],
    ['/caf%C3%A9', '/café', '/caf%C3%A9'],
    ['/über', '/über', '/%C3%BCber'],
    ['/two%20words//', '/two words', '/two%20words'],
    ['  /blanks  ', '/blanks', '/blanks'],
    ['/a/../b/./c', '/b/c', '/b/c'],
    ['/50%25', '/50%', '/50%25'],
    ['/50%2525', '/50%25', '/50%2525'],
    ['/Capital', '/Capital', '/Capital'],
  ])('the typed path %j is stored as %j, and redirects', async (from, kept, sent) => {
    const { body, status } = await save({ from, to: '/new' })
    expect([status, body.doc]).toEqual([201, expect.objectContaining({ from: kept })])
    expect(await fires(sent.replace(/\?.*/, ''))).toEqual({ location: '/new', status: 301 })
    const [stored] = await documentsOf(opened.booted.payload).find({
      collection: 'redirects',
      where: { from: { equals: kept } },
    })
    const again = await save({ from: kept, to: '/newer' }, `redirects/${stored?.id}`, 'PATCH')
    expect(again.body.doc).toMatchObject({ from: kept })
  })

  it.each([
    'old',
    '//host/old',
    '/\\host/old',
    '/old?a=b',
    '/old#part',
    'https://example.com/old',
    '/',
    '/admin',
    '/api/articles',
    '/_next/x',
    '/x/../admin/',
  ])('a redirect is refused: %s', async (from) => {
    expect(await save({ from, to: '/new' })).toMatchObject({ status: 400 })
  })

  it('a redirect to itself is refused', async () => {
    for (const to of ['/self', '/self/', '/self?a=b', '/%73elf']) {
      const { body, status } = await save({ from: '/self', to })
      expect([status, JSON.stringify(body)]).toEqual([400, expect.stringContaining('/self → /self')])
    }
  })

  it('a redirect that leads back to itself through others is refused', async () => {
    expect(await save({ from: '/one', to: '/two' })).toMatchObject({ status: 201 })
    expect(await save({ from: '/two', to: '/three/' })).toMatchObject({ status: 201 })
    const { body, status } = await save({ from: '/three', to: '/one' })
    expect([status, JSON.stringify(body)]).toEqual([
      400,
      expect.stringContaining('/three → /one → /two → /three'),
    ])
    const [first] = await documentsOf(opened.booted.payload).find({
      collection: 'redirects',
      where: { from: { equals: '/two' } },
    })
    expect(await save({ to: '/one' }, `redirects/${first?.id}`, 'PATCH')).toMatchObject({ status: 400 })
    expect(await save({ to: '/four' }, `redirects/${first?.id}`, 'PATCH')).toMatchObject({ status: 200 })
  })

  it('a redirect that leads away from an article and back is refused', async () => {
    const { articles, subject } = opened
    const { id } = await articles.publish({ subject, slug: 'first' })
    const moved = await articles.update(id, { slug: 'second' })
    const [old] = await documentsOf(opened.booted.payload).find({
      collection: 'redirects',
      where: { document: { equals: String(id) } },
    })
    expect(await save({ from: moved.url, to: old?.from })).toMatchObject({ status: 400 })
  })
})
