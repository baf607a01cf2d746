import { ValidationError } from 'payload'
import { afterAll, beforeAll, beforeEach, describe, expect, it } from 'vitest'

import { valuesFromFile } from '../../src/documents/requestState.ts'
import { type DocumentId, documentsOf } from '../../src/documents/documents.ts'
import type { articlesOf } from '../helpers/articlesOf.ts'
import { bootArticles } from '../helpers/bootArticles.ts'
import { type Booted, database, skipped } from '../helpers/bootPayload.ts'
import { rest } from '../helpers/rest.ts'

let made = 0

/** The field messages of a refused save; fails if the save succeeds. */
const refusalOf = async (save: Promise<unknown>): Promise<{ path: string; message: string }[]> => {
  const error: unknown = await save.then(
    () => undefined,
    (reason: unknown) => reason,
  )
  if (!(error instanceof ValidationError))
    throw new Error('The save was not refused by a ValidationError.', { cause: error })
  return error.data.errors.map(({ path, message }) => ({ path, message }))
}

describe.skipIf(skipped())(`slug and URL on ${database}`, () => {
  let booted: Booted
  let articles: ReturnType<typeof articlesOf>
  let subject: DocumentId
  let folder: string
  beforeAll(async () => {
    ;({ articles, booted } = await bootArticles())
  })
  afterAll(() => booted.close())
  beforeEach(async () => {
    folder = `folder-${(made += 1)}`
    subject = await articles.subject(folder)
  })

  const urlOf = (slug: string) => `/learn/${folder}/questions/${slug}`
  const text = { answer: 'x' }

  it.each([
    ['What is DNA?', 'what-is-dna'],
    ['Wie schön ist Ökologie?', 'wie-schon-ist-okologie'],
    ['A - B  and -- C?', 'a-b-and-c'],
    ['  Why?  ', 'why'],
    ['Что такое осмос?', 'chto-takoe-osmos'],
    ['CON?', 'con-1'],
  ])('slug and URL are generated from the question %j', async (question, slug) => {
    expect(await articles.publish({ subject, question })).toMatchObject({ slug, url: urlOf(slug) })
  })

  it('the slug stays valid for a very long question, even if it is taken', async () => {
    const question = 'why '.repeat(100)
    for (let at = 0; at < 3; at += 1) {
      const { slug } = await articles.publish({ subject, question })
      expect(String(slug).length).toBeLessThanOrEqual(200)
    }
  })

  it('the slug follows the question until the article is published', async () => {
    const { id } = await articles.draft({ subject, question: 'First?', ...text })
    expect(await articles.saveDraft(id, { question: 'Second?' })).toMatchObject({
      slug: 'second',
      url: urlOf('second'),
    })
    expect(await articles.update(id, { question: 'Third?', _status: 'published' })).toMatchObject({
      slug: 'third',
    })
    expect(await articles.update(id, { question: 'Fourth?' })).toMatchObject({
      question: 'Fourth?',
      slug: 'third',
      url: urlOf('third'),
    })
    expect(await articles.saveDraft(id, { question: 'Fifth?' })).toMatchObject({
      slug: 'third',
      url: urlOf('third'),
    })
  })

  it('a typed slug is kept', async () => {
    const { id } = await articles.draft({ subject, question: 'First?', slug: 'typed', ...text })
    expect(await articles.saveDraft(id, { question: 'Second?' })).toMatchObject({
      slug: 'typed',
      url: urlOf('typed'),
    })
  })

  it('a generated slug gets a number if it is taken', async () => {
    await articles.publish({ subject, question: 'Same?' })
    expect(await articles.draft({ subject, question: 'Same?', ...text })).toMatchObject({
      slug: 'same-2',
      url: urlOf('same-2'),
    })
    expect(await articles.publish({ subject, question: 'Same?' })).toMatchObject({ slug: 'same-3' })
  })

  it('a duplicate gets a free slug and URL', async () => {
    const { id } = await articles.publish({ subject, question: 'Copied?' })
    const copy = await booted.payload.duplicate({ collection: 'articles', id: String(id) })
    expect(copy).toMatchObject({ slug: 'copied-2', url: urlOf('copied-2') })
    const { body } = await rest(booted.config, `articles/${id}/duplicate`, {
      as: 'writer',
      method: 'POST',
      body: {},
    })
    expect(body.doc).toMatchObject({ slug: 'copied-3', _status: 'draft' })
  })

  const holders: [name: string, hold: () => Promise<unknown>, message: RegExp][] = [
    [
      'a published article',
      () => articles.publish({ subject, question: 'Held?' }),
      /^Another document already has the URL .*\/held\./,
    ],
    [
      'a draft',
      () => articles.draft({ subject, question: 'Held?', ...text }),
      /^Another document already has the URL/,
    ],
    [
      'the latest draft of an article published elsewhere',
      async () => {
        const { id } = await articles.publish({ subject, question: 'Elsewhere?' })
        await articles.saveDraft(id, { slug: 'held' })
      },
      /^Another document already has the URL/,
    ],
    [
      'an article in the trash',
      async () => {
        const { id } = await articles.publish({ subject, question: 'Held?' })
        await articles.update(id, { deletedAt: new Date().toISOString() })
      },
      /^A document in the trash already has the URL/,
    ],
  ]
  it.each(holders)('a slug is refused by name and place if %s has the URL', async (_name, hold, message) => {
    await hold()
    const { id } = await articles.draft({ subject, question: 'Mine?', ...text })
    const published = await articles.publish({ subject, question: 'Public?' })
    const matching: unknown = expect.stringMatching(message)
    const refused = [{ path: 'slug', message: matching }]
    expect(await refusalOf(articles.saveDraft(id, { slug: 'held' }))).toEqual(refused)
    expect(await refusalOf(articles.saveDraft(published.id, { slug: 'held' }))).toEqual(refused)
    expect(await refusalOf(articles.update(published.id, { slug: 'held' }))).toEqual(refused)
    expect(await refusalOf(articles.draft({ subject, question: 'New?', slug: 'held', ...text }))).toEqual(
      refused,
    )
    expect((await articles.latest(id)).slug).toBe('mine')
  })

  it('a URL is free if only an old version had it', async () => {
    const { id } = await articles.publish({ subject, question: 'Moved?' })
    await articles.update(id, { slug: 'elsewhere' })
    expect(await articles.publish({ subject, question: 'Moved?' })).toMatchObject({ slug: 'moved' })
  })

  it.each(['a b', 'a/b', '..', '.', 'a?', 'a#b', 'a%20b', 'x'.repeat(201), 'tab\tbed'])(
    'publishing with the slug %j is refused',
    async (slug) => {
      const [refusal] = await refusalOf(articles.publish({ subject, slug }))
      expect(refusal?.path).toBe('slug')
    },
  )

  it.each(['aux', 'Con', 'nul.txt', 'COM1', 'lpt9'])(
    'the slug %j is refused, which Windows reserves for a device',
    async (slug) => {
      const [refusal] = await refusalOf(articles.publish({ subject, slug }))
      expect(refusal).toMatchObject({
        path: 'slug',
        message: `Windows does not allow a file named "${slug}": choose another slug.`,
      })
      const name = slug.replace(/\..*/, '')
      const made = documentsOf(booted.payload).create({
        collection: 'subjects',
        data: { title: name, slug: name },
      })
      expect((await refusalOf(made))[0]?.path).toBe('slug')
    },
  )

  it('a question without letters requires a typed slug', async () => {
    const [refusal] = await refusalOf(articles.publish({ subject, question: '???' }))
    expect(refusal).toMatchObject({ path: 'slug', message: expect.stringContaining('enter one') })
  })

  it('the slug of a file is kept, also when its article is saved', async () => {
    const context = { [valuesFromFile]: true }
    const data = { subject, question: 'Søren?', slug: 'aux', answer: 'x', _status: 'published' }
    const { id } = await documentsOf(booted.payload).create({ collection: 'articles', context, data })
    expect(await articles.update(id, { answer: 'y' })).toMatchObject({ slug: 'aux', url: urlOf('aux') })
  })

  it('slug and URL are absent until they can be generated, in any number of drafts', async () => {
    const empty = [
      await articles.draft({}),
      await articles.draft({}),
      await articles.draft({ question: 'Only?' }),
    ]
    for (const { id } of empty) {
      expect((await articles.row(id)).url ?? null).toBeNull()
      expect((await articles.latest(id)).url ?? null).toBeNull()
      if (database === 'mongodb') expect(await articles.row(id)).not.toHaveProperty('url')
    }
  })

  it('slug and URL are removed when a draft loses its subject, even in several drafts', async () => {
    const drafts = [
      await articles.draft({ subject, question: 'One?', ...text }),
      await articles.draft({ subject, question: 'Two?', ...text }),
    ]
    for (const { id } of drafts) {
      await articles.saveDraft(id, { subject: null })
      expect((await articles.latest(id)).url ?? null).toBeNull()
    }
    expect(await articles.publish({ subject, question: 'One?', slug: 'free' })).toMatchObject({
      slug: 'free',
    })
  })

  it('a client cannot set the URL', async () => {
    const { id, url } = await articles.publish({ subject })
    for (const path of [`articles/${id}`, `articles/${id}?draft=true`]) {
      const { status } = await rest(booted.config, path, {
        as: 'admin',
        method: 'PATCH',
        body: { url: '/elsewhere' },
      })
      expect(status).toBe(200)
    }
    expect([(await articles.row(id)).url, (await articles.latest(id)).url]).toEqual([url, url])
    const body = { subject, question: 'New?', ...text, url: '/elsewhere' }
    const created = await rest(booted.config, 'articles', { as: 'admin', method: 'POST', body })
    expect(created.body.doc).toMatchObject({ url: urlOf('new') })
  })

  it('the URL changes with the subject', async () => {
    const { id } = await articles.publish({ subject, question: 'Moving?' })
    const other = await articles.subject(`${folder}-other`)
    expect(await articles.update(id, { subject: other })).toMatchObject({
      url: `/learn/${folder}-other/questions/moving`,
    })
    const home = await documentsOf(booted.payload).find({
      collection: 'articles',
      where: { url: { equals: urlOf('moving') } },
    })
    expect(home).toEqual([])
  })

  it('the slug of a subject cannot be changed over REST once it is created', async () => {
    await rest(booted.config, `subjects/${subject}`, {
      as: 'admin',
      method: 'PATCH',
      body: { slug: 'other', title: 'Renamed' },
    })
    const found = await documentsOf(booted.payload).findByID({ collection: 'subjects', id: subject })
    expect(found).toMatchObject({ slug: folder, title: 'Renamed' })
  })
})
