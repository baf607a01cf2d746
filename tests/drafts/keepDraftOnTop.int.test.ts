import { afterAll, beforeAll, beforeEach, describe, expect, it } from 'vitest'

import type { DocumentId } from '../../src/documents/documents.ts'
import { type BootedArticles, bootArticles } from '../helpers/bootArticles.ts'
import { type Booted, database, skipped } from '../helpers/bootPayload.ts'
import { rest } from '../helpers/rest.ts'

type Data = Record<string, unknown>

describe.skipIf(skipped())(`a draft on top of a published article on ${database}`, () => {
  let booted: Booted
  let articles: BootedArticles['articles']
  let subject: DocumentId
  let id: DocumentId
  beforeAll(async () => {
    ;({ booted, articles, subject } = await bootArticles())
  })
  afterAll(() => booted.close())

  const withDraft = async (data: Data = {}): Promise<DocumentId> => {
    const article = await articles.publish({
      subject,
      answer: 'Published.',
      seo: { title: 'T', description: 'D' },
      ...data,
    })
    await articles.saveDraft(article.id, { answer: 'Draft.', seo: { description: 'draft' } })
    return article.id
  }
  const patch = (path: string, body: Data) =>
    rest(booted.config, path, { as: 'editor', method: 'PATCH', body })
  const expectBoth = async (article: DocumentId, changed: Data) => {
    expect(await articles.row(article)).toMatchObject({
      answer: 'Published.',
      _status: 'published',
      ...changed,
    })
    expect(await articles.latest(article)).toMatchObject({ answer: 'Draft.', _status: 'draft', ...changed })
  }

  beforeEach(async () => {
    id = await withDraft()
  })

  it('a partial update of the Local API changes the published article and the draft', async () => {
    await articles.update(id, { author: 'Ada' })
    await expectBoth(id, { author: 'Ada' })
  })

  it('a partial update over REST changes the published article and the draft', async () => {
    expect(await patch(`articles/${id}`, { author: 'Ada' })).toMatchObject({ status: 200 })
    await expectBoth(id, { author: 'Ada' })
  })

  it('a partial update keeps the siblings of a field in a group', async () => {
    await patch(`articles/${id}`, { seo: { keywords: 'k' } })
    expect(await articles.row(id)).toMatchObject({ seo: { title: 'T', description: 'D', keywords: 'k' } })
    expect(await articles.latest(id)).toMatchObject({
      seo: { title: 'T', description: 'draft', keywords: 'k' },
    })
  })

  it('a partial update runs the field hooks', async () => {
    await patch(`articles/${id}`, { date: '2024-11-27' })
    await expectBoth(id, { date: '2024-11-27T12:00:00.000Z' })
  })

  it('a partial update respects field access', async () => {
    const url = 'https://example.com'
    const link = { position: 0, url: '/x', values: {} }
    expect(await patch(`articles/${id}`, { unresolvedLinks: [link], url, author: 'Ada' })).toMatchObject({
      status: 200,
    })
    const stored = [await articles.row(id), await articles.latest(id)]
    for (const state of stored) {
      expect(state.unresolvedLinks ?? null).toBeNull()
      expect(state.url).not.toBe(url)
      expect(state.author).toBe('Ada')
    }
  })

  it('a change to a value that the draft already has is applied', async () => {
    await patch(`articles/${id}`, { answer: 'Draft.' })
    expect(await articles.row(id)).toMatchObject({ answer: 'Draft.', _status: 'published' })
  })

  it.each([{ slugs: 2 }, { slugs: 5 }])(
    'a bulk update of $slugs articles changes the published articles and the drafts',
    async ({ slugs }) => {
      const ids = [id]
      while (ids.length < slugs) ids.push(await withDraft())
      const plain = (await articles.publish({ subject, answer: 'Plain.' })).id
      const query = [...ids, plain].map((value, at) => `where[id][in][${at}]=${value}`).join('&')
      const { body, status } = await patch(`articles?${query}`, { author: 'Bulk' })
      expect(status, JSON.stringify(body)).toBe(200)
      for (const article of ids) await expectBoth(article, { author: 'Bulk' })
      expect(await articles.row(plain)).toMatchObject({
        answer: 'Plain.',
        author: 'Bulk',
        _status: 'published',
      })
      expect(await articles.latest(plain)).toMatchObject({
        answer: 'Plain.',
        author: 'Bulk',
        _status: 'published',
      })
    },
  )

  it('the trash and back keeps the published article and the draft, one by one', async () => {
    const deletedAt = new Date().toISOString()
    expect(await patch(`articles/${id}`, { deletedAt })).toMatchObject({ status: 200 })
    await expectBoth(id, { deletedAt })
    expect(await patch(`articles/${id}?trash=true`, { deletedAt: null, _status: 'published' })).toMatchObject(
      { status: 200 },
    )
    await expectBoth(id, {})
    expect((await articles.row(id)).deletedAt ?? null).toBeNull()
    expect((await articles.latest(id)).deletedAt ?? null).toBeNull()
  })

  it('the trash and back keeps the published article and the draft, in bulk', async () => {
    const other = await withDraft()
    const query = `where[id][in][0]=${id}&where[id][in][1]=${other}`
    const deletedAt = new Date().toISOString()
    expect(await patch(`articles?${query}`, { deletedAt })).toMatchObject({
      status: 200,
      body: { errors: [] },
    })
    for (const article of [id, other]) await expectBoth(article, { deletedAt })
    const back = await patch(`articles?trash=true&${query}`, { deletedAt: null, _status: 'published' })
    expect(back).toMatchObject({ status: 200, body: { errors: [] } })
    for (const article of [id, other]) {
      await expectBoth(article, {})
      expect((await articles.row(article)).deletedAt ?? null).toBeNull()
    }
  })

  it('restoring as a draft publishes nothing, and keeps the draft', async () => {
    await patch(`articles/${id}`, { deletedAt: new Date().toISOString() })
    expect(await patch(`articles/${id}?trash=true`, { deletedAt: null, _status: 'draft' })).toMatchObject({
      status: 200,
    })
    expect(await articles.row(id)).toMatchObject({ _status: 'draft' })
    expect(await articles.latest(id)).toMatchObject({ answer: 'Draft.', _status: 'draft' })
    const visit = await rest(booted.config, `articles/${id}`)
    expect(visit.status).toBe(404)
  })

  it('publishing publishes the draft', async () => {
    await patch(`articles/${id}`, { _status: 'published' })
    expect(await articles.row(id)).toMatchObject({ answer: 'Draft.', _status: 'published' })
    expect(await articles.latest(id)).toMatchObject({ answer: 'Draft.', _status: 'published' })
  })

  it('unpublishing unpublishes', async () => {
    await patch(`articles/${id}`, { _status: 'draft' })
    expect(await articles.row(id)).toMatchObject({ _status: 'draft' })
  })

  it('a save leaves nothing behind for the next save of the same request', async () => {
    const { documentsOf } = await import('../../src/documents/documents.ts')
    const { inTransaction } = await import('../../src/documents/transaction.ts')
    const other = await withDraft()
    await inTransaction(booted.payload, {}, async (req) => {
      const documents = documentsOf(req.payload)
      await documents.update({ collection: 'articles', id, data: { author: 'First' }, req })
      await documents.update({
        collection: 'articles',
        id: other,
        data: { answer: 'Second.' },
        draft: true,
        req,
      })
      await documents.update({ collection: 'articles', id: other, data: { _status: 'published' }, req })
    })
    await expectBoth(id, { author: 'First' })
    expect(await articles.row(other)).toMatchObject({ answer: 'Second.', _status: 'published' })
    expect((await articles.row(other)).author).not.toBe('First')
  })

  it('many such saves succeed at the same time', async () => {
    const ids = await Promise.all([withDraft(), withDraft(), withDraft(), withDraft()])
    await Promise.all(ids.map((article) => patch(`articles/${article}`, { author: `By ${article}` })))
    for (const article of ids) await expectBoth(article, { author: `By ${article}` })
  })
})
