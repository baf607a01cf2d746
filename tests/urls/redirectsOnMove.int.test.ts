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

  it('there are none before an article moves', async () => {
    await articles.update(id, { answer: 'Changed.' })
    expect(await redirects()).toEqual({})
  })

  it('lead from the old url to the document', async () => {
    await articles.update(id, { slug: 'two' })
    expect(await redirects()).toEqual({ [urlOf('one')]: String(id) })
  })

  it('lead there from each old url, when it moves again', async () => {
    await articles.update(id, { slug: 'two' })
    await articles.update(id, { slug: 'three' })
    expect(await redirects()).toEqual({ [urlOf('one')]: String(id), [urlOf('two')]: String(id) })
  })

  it('make no loop when it moves back', async () => {
    await articles.update(id, { slug: 'two' })
    await articles.update(id, { slug: 'one' })
    expect(await redirects()).toEqual({ [urlOf('two')]: String(id) })
  })

  it('go with an article that is deleted for good', async () => {
    await articles.update(id, { slug: 'two' })
    await documentsOf(booted.payload).delete({ collection: 'articles', id })
    expect(await redirects()).toEqual({})
  })

  it('come with another subject', async () => {
    await articles.update(id, { subject: await articles.subject(`${folder}-other`) })
    expect(await redirects()).toEqual({ [urlOf('one')]: String(id) })
  })

  it('are not made by drafts and autosave, but by their publishing', async () => {
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

  it('are not made for what was not public', async () => {
    const draft = await articles.draft({ subject, question: 'Draft?', answer: 'x', slug: 'draft' })
    await articles.saveDraft(draft.id, { slug: 'draft-two' })
    await articles.update(draft.id, { slug: 'draft-three', _status: 'published' })
    expect(await redirects()).toEqual({})
  })

  it('are made for an article that is unpublished and published elsewhere only while it was public', async () => {
    await articles.update(id, { _status: 'draft' })
    await articles.update(id, { slug: 'two', _status: 'published' })
    expect(await redirects()).toEqual({})
  })

  it('go where another article takes the old url', async () => {
    await articles.update(id, { slug: 'two' })
    await articles.publish({ subject, slug: 'one' })
    expect(await redirects()).toEqual({})
  })

  it('are made by bulk updates and by restoring a version', async () => {
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

  it('vanish with a save that fails', async () => {
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
