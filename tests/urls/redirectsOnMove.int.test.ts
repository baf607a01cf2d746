import { afterAll, beforeAll, beforeEach, describe, expect, it } from 'vitest'

import { type DocumentId, documentsOf } from '../../src/documents/documents.ts'
import { articlesOf } from '../helpers/articlesOf.ts'
import { type Booted, bootPayload, database, skipped } from '../helpers/bootPayload.ts'
import { makeUsers } from '../helpers/makeUsers.ts'
import { rest } from '../helpers/rest.ts'

let made = 0

describe.skipIf(skipped())(`redirects of moved articles on ${database}`, () => {
  let booted: Booted
  let articles: ReturnType<typeof articlesOf>
  let subject: DocumentId
  let folder: string
  let id: DocumentId
  beforeAll(async () => {
    booted = await bootPayload()
    articles = articlesOf(booted.payload)
    await makeUsers(booted.payload)
  })
  afterAll(() => booted.close())
  beforeEach(async () => {
    folder = `moves-${(made += 1)}`
    subject = await articles.subject(folder)
    id = (await articles.publish({ subject, slug: 'one' })).id
  })

  const urlOf = (slug: string) => `/learn/${folder}/questions/${slug}`
  const redirects = async (): Promise<Record<string, unknown>> => {
    const found = await documentsOf(booted.payload).find({
      collection: 'redirects',
      where: { from: { like: `/${folder}/` } },
    })
    return Object.fromEntries(found.map(({ from, document }) => [String(from), document]))
  }

  it('there are no redirects before an article moves', async () => {
    await articles.update(id, { answer: 'Changed.' })
    expect(await redirects()).toEqual({})
  })

  it('the old URL redirects to the document', async () => {
    await articles.update(id, { slug: 'two' })
    expect(await redirects()).toEqual({ [urlOf('one')]: String(id) })
  })

  it('each old URL redirects to the document when it moves again', async () => {
    await articles.update(id, { slug: 'two' })
    await articles.update(id, { slug: 'three' })
    expect(await redirects()).toEqual({ [urlOf('one')]: String(id), [urlOf('two')]: String(id) })
  })

  it('moving back creates no loop', async () => {
    await articles.update(id, { slug: 'two' })
    await articles.update(id, { slug: 'one' })
    expect(await redirects()).toEqual({ [urlOf('two')]: String(id) })
  })

  it('redirects are removed with an article that is permanently deleted', async () => {
    await articles.update(id, { slug: 'two' })
    await documentsOf(booted.payload).delete({ collection: 'articles', id })
    expect(await redirects()).toEqual({})
  })

  it('a change of the subject creates a redirect', async () => {
    await articles.update(id, { subject: await articles.subject(`${folder}-other`) })
    expect(await redirects()).toEqual({ [urlOf('one')]: String(id) })
  })

  it('drafts and autosave create no redirects, but publishing them does', async () => {
    const { status } = await rest(booted.config, `articles/${id}?draft=true&autosave=true`, {
      as: 'writer',
      method: 'PATCH',
      body: { slug: 'two' },
    })
    expect(status).toBe(200)
    await articles.saveDraft(id, { slug: 'three' })
    expect(await redirects()).toEqual({})
    await articles.update(id, { author: 'Ada' })
    expect(await redirects()).toEqual({})
    await articles.update(id, { _status: 'published' })
    expect(await redirects()).toEqual({ [urlOf('one')]: String(id) })
  })

  it('no redirects are created for what was not public', async () => {
    const draft = await articles.draft({ subject, question: 'Draft?', answer: 'x', slug: 'draft' })
    await articles.saveDraft(draft.id, { slug: 'draft-two' })
    await articles.update(draft.id, { slug: 'draft-three', _status: 'published' })
    expect(await redirects()).toEqual({})
  })

  it('an article that is unpublished and published elsewhere gets a redirect only while it was public', async () => {
    await articles.update(id, { _status: 'draft' })
    await articles.update(id, { slug: 'two', _status: 'published' })
    expect(await redirects()).toEqual({})
  })

  it('a redirect is removed when another article takes the old URL', async () => {
    await articles.update(id, { slug: 'two' })
    await articles.publish({ subject, slug: 'one' })
    expect(await redirects()).toEqual({})
  })

  it('bulk updates and restored versions create redirects', async () => {
    const [first] = await articles.versions(id)
    const other = await articles.subject(`${folder}-other`)
    const bulk = { as: 'editor', method: 'PATCH', body: { subject: other } } as const
    expect(await rest(booted.config, `articles?where[id][equals]=${id}`, bulk)).toMatchObject({ status: 200 })
    expect(await redirects()).toEqual({ [urlOf('one')]: String(id) })
    const restored = await rest(booted.config, `articles/versions/${first?.id}`, {
      as: 'editor',
      method: 'POST',
    })
    expect(restored.status, JSON.stringify(restored.body)).toBe(200)
    expect((await articles.row(id)).url).toBe(urlOf('one'))
    const all = await documentsOf(booted.payload).find({
      collection: 'redirects',
      where: { document: { equals: String(id) } },
    })
    expect(all.map(({ from }) => from)).toEqual([`/learn/${folder}-other/questions/one`])
  })

  it('a redirect is rolled back with a save that fails', async () => {
    const { inTransaction } = await import('../../src/documents/transaction.ts')
    const failing = inTransaction(booted.payload, {}, async (req) => {
      await documentsOf(req.payload).update({ collection: 'articles', id, data: { slug: 'two' }, req })
      throw new Error('Stop.')
    })
    await expect(failing).rejects.toThrow('Stop.')
    expect(await redirects()).toEqual({})
    expect((await articles.row(id)).slug).toBe('one')
  })
})
