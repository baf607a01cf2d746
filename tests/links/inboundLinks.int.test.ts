import { afterAll, beforeAll, describe, expect, it } from 'vitest'

import type { DocumentId } from '../../src/documents/documents.ts'
import { bootArticles, type BootedArticles } from '../helpers/bootArticles.ts'
import { database, skipped } from '../helpers/bootPayload.ts'
import type { Person } from '../helpers/makeUsers.ts'
import { rest } from '../helpers/rest.ts'

describe.skipIf(skipped())(`documents that link to another one on ${database}`, () => {
  let site: BootedArticles
  let home: DocumentId
  const ask = (path: string, as: Person = 'writer') =>
    rest(site.booted.config, `answerbook/inbound/${path}`, { as })
  const linking = (question: string, more: Record<string, unknown> = {}) =>
    site.articles.publish({ subject: site.subject, question, relatedArticles: [home], ...more })

  beforeAll(async () => {
    site = await bootArticles()
    home = (await site.articles.publish({ subject: site.subject })).id
  })
  afterAll(() => site?.booted.close())

  it('there are none at first', async () => {
    expect(await ask(`articles/${home}`)).toEqual({
      status: 200,
      body: { docs: [], totalDocs: 0, isCapped: false, page: 1, totalPages: 1, limit: 10 },
    })
  })

  it('they are listed by title, with their URL and what of them links', async () => {
    const { id } = await linking('Zinc?', { slug: 'zinc' })
    await linking('amber?', { slug: 'amber' })
    const inDraft = await site.articles.publish({ subject: site.subject, question: 'Basalt?' })
    await site.articles.saveDraft(inDraft.id, { relatedArticles: [home] })
    const unpublished = await linking('Copper?')
    await site.articles.update(unpublished.id, { _status: 'draft' })
    const trashed = await linking('Dust?')
    await site.articles.update(trashed.id, { deletedAt: new Date().toISOString() })
    // A link to itself says nothing about others.
    await site.articles.update(home, { relatedArticles: [home, id] })

    const { body } = await ask(`articles/${home}`)
    expect(body).toMatchObject({ totalDocs: 4, totalPages: 1 })
    expect(body.docs).toEqual([
      { id: expect.anything(), title: 'amber?', url: expect.stringMatching(/\/amber$/), state: 'published' },
      { id: inDraft.id, title: 'Basalt?', url: expect.any(String), state: 'draft' },
      { id: unpublished.id, title: 'Copper?', url: expect.any(String), state: 'unpublished' },
      { id, title: 'Zinc?', url: expect.stringMatching(/\/zinc$/), state: 'published' },
    ])
  })

  it('a link that a save removes is gone at once', async () => {
    const target = (await site.articles.publish({ subject: site.subject })).id
    const from = await site.articles.publish({ subject: site.subject, relatedArticles: [target] })
    expect((await ask(`articles/${target}`)).body).toMatchObject({ totalDocs: 1 })
    await site.articles.update(from.id, { relatedArticles: [] })
    expect((await ask(`articles/${target}`)).body).toMatchObject({ totalDocs: 0 })
  })

  it('there are ten to a page, and a page after the last is the last one', async () => {
    const target = (await site.articles.publish({ subject: site.subject })).id
    for (let number = 10; number < 23; number += 1)
      await linking(`Number ${number}?`, { relatedArticles: [target] })
    const titles = async (page: string): Promise<unknown> => {
      const { body } = await ask(`articles/${target}?page=${page}`)
      expect(body).toMatchObject({ totalDocs: 13, totalPages: 2 })
      return Array.isArray(body.docs) ? body.docs.map(({ title }) => title) : undefined
    }
    expect(await titles('1')).toHaveLength(10)
    expect(await titles('2')).toEqual(['Number 20?', 'Number 21?', 'Number 22?'])
    expect(await titles('9')).toEqual(await titles('2'))
    expect(await titles('-1')).toEqual(await titles('1'))
    expect(await titles('one')).toEqual(await titles('1'))
  })

  it.each<[Person, number]>([
    ['visitor', 401],
    ['reader', 403],
    ['writer', 200],
    ['editor', 200],
  ])('a request of a %s is answered with %i', async (as, status) => {
    expect((await ask(`articles/${home}`, as)).status).toBe(status)
  })

  it.each(['subjects', 'users', 'nothing', 'constructor'])('%s has no such links', async (collection) => {
    expect((await ask(`${collection}/${home}`)).status).toBe(404)
  })

  it.each(['nobody', '0', "'", '%25', 'é', '9'.repeat(400)])('the document %s has none', async (id) => {
    const answer = await ask(`articles/${encodeURIComponent(id)}`)
    expect(answer).toMatchObject({ status: 200, body: { docs: [], totalDocs: 0 } })
  })

  it.each(['\0', '\n'])('there is no document %j', async (id) => {
    expect((await ask(`articles/${encodeURIComponent(id)}`)).status).toBe(404)
  })
})
