import { afterAll, beforeAll, beforeEach, describe, expect, it } from 'vitest'

import { type DocumentId, documentsOf } from '../../src/documents/documents.ts'
import { type BootedArticles, bootArticles } from '../helpers/bootArticles.ts'
import { type Booted, database, skipped } from '../helpers/bootPayload.ts'
import { graphql } from '../helpers/graphql.ts'
import type { TestUser } from '../helpers/makeUsers.ts'
import { rest, type RestAnswer } from '../helpers/rest.ts'

type Target = {
  id: DocumentId
  oldVersion: DocumentId
  patch: (path: string, body: object) => Promise<RestAnswer>
  post: (path: string, body?: object) => Promise<RestAnswer>
}

const stolen = { answer: 'By the writer.' }
const deletedAt = '2026-01-01T00:00:00.000Z'

// Every way to change what the public sees, and the status that a writer gets.
const doors: [name: string, open: (target: Target) => Promise<RestAnswer>, status: number][] = [
  ['PATCH', ({ id, patch }) => patch(`articles/${id}`, stolen), 403],
  ['PATCH draft=false', ({ id, patch }) => patch(`articles/${id}?draft=false`, stolen), 403],
  [
    'PATCH _status draft without draft=true',
    ({ id, patch }) => patch(`articles/${id}`, { ...stolen, _status: 'draft' }),
    403,
  ],
  [
    'PATCH _status published with draft=true',
    ({ id, patch }) => patch(`articles/${id}?draft=true`, { ...stolen, _status: 'published' }),
    403,
  ],
  ['PATCH to the trash', ({ id, patch }) => patch(`articles/${id}`, { deletedAt }), 403],
  [
    'PATCH to the trash with draft=true',
    ({ id, patch }) => patch(`articles/${id}?draft=true`, { deletedAt }),
    403,
  ],
  [
    'PATCH out of the trash with draft=true',
    ({ id, patch }) => patch(`articles/${id}?draft=true&trash=true`, { deletedAt: null }),
    403,
  ],
  [
    'autosave of all that a form holds',
    ({ id, patch }) => patch(`articles/${id}?draft=true&autosave=true`, { ...stolen, deletedAt: null }),
    200,
  ],
  [
    'PATCH publishAllLocales',
    ({ id, patch }) => patch(`articles/${id}?draft=true&publishAllLocales=true`, stolen),
    403,
  ],
  [
    'PATCH unpublishAllLocales',
    ({ id, patch }) => patch(`articles/${id}?draft=true&unpublishAllLocales=true`, stolen),
    403,
  ],
  [
    'PATCH publishSpecificLocale',
    ({ id, patch }) => patch(`articles/${id}?draft=true&publishSpecificLocale=en`, stolen),
    403,
  ],
  ['bulk PATCH', ({ id, patch }) => patch(`articles?where[id][equals]=${id}`, stolen), 403],
  [
    'bulk PATCH _status published with draft=true',
    ({ id, patch }) => patch(`articles?draft=true&where[id][equals]=${id}`, { _status: 'published' }),
    403,
  ],
  [
    'bulk PATCH to the trash',
    ({ id, patch }) => patch(`articles?where[id][equals]=${id}`, { deletedAt }),
    403,
  ],
  [
    'bulk PATCH with draft=true',
    ({ id, patch }) => patch(`articles?draft=true&where[id][equals]=${id}`, stolen),
    200,
  ],
  ['restore a published version', ({ oldVersion, post }) => post(`articles/versions/${oldVersion}`), 403],
  [
    'restore a published version as a draft',
    ({ oldVersion, post }) => post(`articles/versions/${oldVersion}?draft=true`),
    200,
  ],
  ['duplicate', ({ id, post }) => post(`articles/${id}/duplicate`, {}), 200],
  [
    'duplicate as published',
    ({ id, post }) => post(`articles/${id}/duplicate`, { _status: 'published' }),
    403,
  ],
  [
    'create published',
    ({ post }) => post('articles', { question: 'Mine?', answer: 'x', _status: 'published' }),
    403,
  ],
  [
    'create published with draft=true',
    ({ post }) => post('articles?draft=true', { question: 'Mine?', answer: 'x', _status: 'published' }),
    403,
  ],
]

describe.skipIf(skipped())(`what a writer cannot do on ${database}`, () => {
  let booted: Booted
  let articles: BootedArticles['articles']
  let subject: DocumentId
  let users: Record<'writer' | 'editor', TestUser>
  let target: Target
  beforeAll(async () => {
    ;({ booted, articles, users, subject } = await bootArticles())
  })
  afterAll(() => booted.close())

  beforeEach(async () => {
    const { id } = await articles.publish({ subject, answer: 'First.' })
    await articles.update(id, { answer: 'Second.' })
    const [old] = await articles.versions(id)
    const call = (method: string) => (path: string, body?: object) =>
      rest(booted.config, path, { as: 'writer', method, body })
    target = { id, oldVersion: old?.id ?? '', patch: call('PATCH'), post: call('POST') }
  })

  const seen = async () => {
    const { body } = await rest(booted.config, `articles/${target.id}?depth=0`)
    return body
  }
  const expectUntouched = async (before: Record<string, unknown>) => {
    expect(before.answer).toBe('Second.')
    expect(await seen()).toEqual(before)
    const others = await rest(booted.config, 'articles?where[answer][equals]=By the writer.')
    expect(others.body.totalDocs).toBe(0)
    const mine = await rest(booted.config, 'articles?where[question][equals]=Mine?')
    expect(mine.body.totalDocs).toBe(0)
  }

  it.each(doors)('%s', async (_name, open, status) => {
    const before = await seen()
    const answer = await open(target)
    expect(answer.status, JSON.stringify(answer.body)).toBe(status)
    if (status === 403 && answer.body.errors)
      expect(JSON.stringify(answer.body)).toMatch(/draft=true|not allowed/)
    await expectUntouched(before)
  })

  it.each(['draft=true', 'draft=true&autosave=true'])(
    'a writer cannot restore anything from the trash: %s',
    async (query) => {
      await articles.update(target.id, { deletedAt })
      const answer = await target.patch(`articles/${target.id}?${query}`, { deletedAt: null })
      expect(answer.status).toBe(404)
      expect((await seen()).id).toBeUndefined()
    },
  )

  it('a duplicate stays a draft, with its own slug', async () => {
    const before = await seen()
    const { body, status } = await target.post(`articles/${target.id}/duplicate?draft=true`, {})
    expect([status, body.doc]).toMatchObject([200, { _status: 'draft' }])
    const copy = documentsOf(booted.payload)
    const [found] = await copy.find({
      collection: 'articles',
      where: { url: { equals: `${String(before.url)}-2` } },
    })
    expect(found).toMatchObject({ slug: `${String(before.slug)}-2`, _status: 'draft', answer: 'Second.' })
    await expectUntouched(before)
  })

  it('a job scheduled by a writer publishes nothing', async () => {
    const { id } = await articles.draft({ subject, question: 'Scheduled?', answer: 'x' })
    const before = await seen()
    for (const [value, type] of [
      [id, 'publish'],
      [target.id, 'unpublish'],
    ] as const) {
      await booted.payload.jobs.queue({
        task: 'schedulePublish',
        input: {
          type,
          doc: { relationTo: 'articles', value: String(value) },
          user: { relationTo: 'users', value: users.writer.id },
        },
      })
    }
    await booted.payload.jobs.run({ allQueues: true, silent: true })
    expect((await articles.row(id))._status).toBe('draft')
    await expectUntouched(before)
  })

  const mutations: [name: string, query: (target: Target) => string][] = [
    ['updateArticle', ({ id }) => `updateArticle(id: "${id}", data: { answer: "By the writer." }) { id }`],
    [
      'updateArticle draft: false',
      ({ id }) => `updateArticle(id: "${id}", draft: false, data: { answer: "By the writer." }) { id }`,
    ],
    [
      'updateArticle _status published',
      ({ id }) =>
        `updateArticle(id: "${id}", draft: true, data: { _status: published, answer: "By the writer." }) { id }`,
    ],
    [
      'updateArticle _status draft',
      ({ id }) => `updateArticle(id: "${id}", data: { _status: draft }) { id }`,
    ],
    [
      'updateArticle to the trash',
      ({ id }) => `updateArticle(id: "${id}", draft: true, data: { deletedAt: "${deletedAt}" }) { id }`,
    ],
    [
      'createArticle',
      () =>
        'createArticle(data: { question: "Mine?", answer: "x", slug: "mine", subject: "SUBJECT" }) { id }',
    ],
    [
      'createArticle published',
      () =>
        'createArticle(draft: true, data: { _status: published, question: "Mine?", answer: "x", slug: "mine", subject: "SUBJECT" }) { id }',
    ],
    ['restoreVersionArticle', ({ oldVersion }) => `restoreVersionArticle(id: "${oldVersion}") { id }`],
    [
      'restoreVersionArticle draft: false',
      ({ oldVersion }) => `restoreVersionArticle(id: "${oldVersion}", draft: false) { id }`,
    ],
    [
      'duplicateArticle',
      ({ id }) =>
        `duplicateArticle(id: "${id}", data: { slug: "mine" , question: "Mine?", answer: "x", subject: "SUBJECT" }) { id }`,
    ],
    ['deleteArticle', ({ id }) => `deleteArticle(id: "${id}") { id }`],
  ]
  it.each(mutations)('GraphQL refuses: %s', async (_name, query) => {
    const before = await seen()
    const { errors } = await graphql(
      booted.config,
      `mutation { ${query(target).replace('SUBJECT', String(subject))} }`,
      { as: 'writer' },
    )
    expect(errors.join()).toMatch(/drafts only|not allowed/)
    await expectUntouched(before)
  })

  it('GraphQL saves drafts', async () => {
    const before = await seen()
    const save = `updateArticle(id: "${target.id}", draft: true, data: { answer: "By the writer." }) { answer _status }`
    const { data, errors } = await graphql(booted.config, `mutation { ${save} }`, { as: 'writer' })
    expect(errors).toEqual([])
    expect(data.updateArticle).toEqual({ answer: 'By the writer.', _status: 'draft' })
    await expectUntouched(before)
  })
})
