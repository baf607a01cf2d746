import { afterAll, beforeAll, describe, expect, it } from 'vitest'

import type { DocumentId } from '../../src/documents/documents.ts'
import { type BootedArticles, bootArticles } from '../helpers/bootArticles.ts'
import { type Booted, database, skipped } from '../helpers/bootPayload.ts'
import type { Person } from '../helpers/makeUsers.ts'
import { rest } from '../helpers/rest.ts'

const people = ['visitor', 'reader', 'writer', 'editor', 'admin'] as const

type Call = { method: string; path: string; body?: unknown }
type Ids = {
  published: DocumentId
  draft: DocumentId
  trashed: DocumentId
  version: DocumentId
  subject: DocumentId
}
type Statuses = readonly [number, number, number, number, number]

const editorsOnly: Statuses = [403, 403, 403, 200, 200]
const staff: Statuses = [403, 403, 200, 200, 200]
const content = { question: 'New?', answer: 'New.' }

// What each person gets for an operation, in the order of `people`.
const operations: [name: string, call: (ids: Ids) => Call, expected: Statuses][] = [
  ['find', () => ({ method: 'GET', path: 'articles' }), [200, 200, 200, 200, 200]],
  ['count', () => ({ method: 'GET', path: 'articles/count' }), [200, 200, 200, 200, 200]],
  [
    'find a published one',
    (ids) => ({ method: 'GET', path: `articles/${ids.published}` }),
    [200, 200, 200, 200, 200],
  ],
  [
    'find an unpublished one',
    (ids) => ({ method: 'GET', path: `articles/${ids.draft}` }),
    [404, 404, 200, 200, 200],
  ],
  [
    'find its draft',
    (ids) => ({ method: 'GET', path: `articles/${ids.draft}?draft=true` }),
    [404, 404, 200, 200, 200],
  ],
  [
    'find one in the trash',
    (ids) => ({ method: 'GET', path: `articles/${ids.trashed}?trash=true` }),
    [404, 404, 200, 200, 200],
  ],
  [
    'create published',
    ({ subject }) => ({
      method: 'POST',
      path: 'articles',
      body: { ...content, subject, _status: 'published' },
    }),
    [403, 403, 403, 201, 201],
  ],
  [
    'create without saying draft',
    ({ subject }) => ({ method: 'POST', path: 'articles', body: { ...content, subject } }),
    [403, 403, 403, 201, 201],
  ],
  [
    'create a draft',
    ({ subject }) => ({ method: 'POST', path: 'articles?draft=true', body: { ...content, subject } }),
    [403, 403, 201, 201, 201],
  ],
  [
    'save a draft',
    (ids) => ({ method: 'PATCH', path: `articles/${ids.published}?draft=true`, body: { answer: 'x' } }),
    staff,
  ],
  [
    'autosave',
    (ids) => ({
      method: 'PATCH',
      path: `articles/${ids.published}?draft=true&autosave=true`,
      body: { answer: 'x' },
    }),
    staff,
  ],
  [
    'update',
    (ids) => ({ method: 'PATCH', path: `articles/${ids.published}`, body: { answer: 'x' } }),
    editorsOnly,
  ],
  [
    'publish',
    (ids) => ({ method: 'PATCH', path: `articles/${ids.draft}`, body: { _status: 'published' } }),
    editorsOnly,
  ],
  [
    'unpublish',
    (ids) => ({ method: 'PATCH', path: `articles/${ids.published}`, body: { _status: 'draft' } }),
    editorsOnly,
  ],
  [
    'trash',
    (ids) => ({
      method: 'PATCH',
      path: `articles/${ids.published}`,
      body: { deletedAt: '2026-01-01T00:00:00.000Z' },
    }),
    editorsOnly,
  ],
  [
    'restore',
    (ids) => ({ method: 'PATCH', path: `articles/${ids.trashed}?trash=true`, body: { deletedAt: null } }),
    editorsOnly,
  ],
  ['delete', (ids) => ({ method: 'DELETE', path: `articles/${ids.published}` }), editorsOnly],
  [
    'delete from the trash',
    (ids) => ({ method: 'DELETE', path: `articles/${ids.trashed}?trash=true` }),
    editorsOnly,
  ],
  [
    'update in bulk',
    (ids) => ({
      method: 'PATCH',
      path: `articles?where[id][equals]=${ids.published}`,
      body: { answer: 'x' },
    }),
    editorsOnly,
  ],
  [
    'delete in bulk',
    (ids) => ({ method: 'DELETE', path: `articles?where[id][equals]=${ids.published}` }),
    editorsOnly,
  ],
  ['read versions', () => ({ method: 'GET', path: 'articles/versions' }), staff],
  ['read a version', (ids) => ({ method: 'GET', path: `articles/versions/${ids.version}` }), staff],
  ['restore a version', (ids) => ({ method: 'POST', path: `articles/versions/${ids.version}` }), editorsOnly],
  [
    'restore a version as a draft',
    (ids) => ({ method: 'POST', path: `articles/versions/${ids.version}?draft=true` }),
    staff,
  ],
  [
    'duplicate',
    (ids) => ({ method: 'POST', path: `articles/${ids.published}/duplicate?draft=true`, body: {} }),
    [403, 403, 200, 200, 200],
  ],
  [
    'see the file',
    (ids) => ({ method: 'GET', path: `articles/${ids.published}/markdown` }),
    [401, 403, 200, 200, 200],
  ],
]

describe.skipIf(skipped())(`access to articles on ${database}`, () => {
  let booted: Booted
  let articles: BootedArticles['articles']
  let subject: DocumentId
  beforeAll(async () => {
    ;({ booted, articles, subject } = await bootArticles())
  })
  afterAll(() => booted.close())

  const fresh = async (): Promise<Ids> => {
    const [published, draft, trashed] = [
      await articles.publish({ subject, answer: 'First.' }),
      await articles.draft({ subject, question: `Draft ${Math.random()}?`, answer: 'Draft.' }),
      await articles.publish({ subject }),
    ]
    await articles.update(trashed.id, { deletedAt: new Date().toISOString() })
    const [version] = await articles.versions(published.id)
    return {
      published: published.id,
      draft: draft.id,
      trashed: trashed.id,
      version: version?.id ?? '',
      subject,
    }
  }

  it.each(operations)('%s', async (_name, call, expected) => {
    const statuses: number[] = []
    let ids = await fresh()
    for (const as of people) {
      const { path, ...request } = call(ids)
      const { status } = await rest(booted.config, path, { as, ...request })
      statuses.push(status)
      if (request.method !== 'GET' && status < 400) ids = await fresh()
    }
    expect(statuses).toEqual(expected)
  })

  describe('reads of visitors and readers', () => {
    const outside: Person[] = ['visitor', 'reader']
    let ids: Ids
    beforeAll(async () => {
      ids = await fresh()
      await articles.saveDraft(ids.published, { answer: 'Unfinished.' })
      const importData = {
        title: 'T',
        articleTitle: 'A',
        legacyId: 7,
        score: 0.5,
        dateFormat: 'long',
        postOnText: 'Posted',
      }
      await articles.update(ids.published, importData)
    })

    it.each([
      'articles',
      'articles?trash=true',
      'articles?draft=true',
      'articles?draft=true&trash=true',
      'articles?where[_status][equals]=draft',
      'articles?trash=true&where[deletedAt][exists]=true',
      'articles?where[or][0][_status][equals]=draft&where[or][1][_status][equals]=published',
    ])('%s shows what is published and nothing else', async (path) => {
      for (const as of outside) {
        const { body } = await rest(
          booted.config,
          `${path}${path.includes('?') ? '&' : '?'}limit=0&depth=0`,
          { as },
        )
        const text = JSON.stringify(body)
        expect(text).not.toContain('Unfinished.')
        expect(text).not.toContain(String(ids.draft))
        expect(text).not.toContain(String(ids.trashed))
        expect(text).not.toMatch(/"_status":"draft"|"deletedAt":"/)
      }
    })

    it('a read with draft=true shows the published answer of an article with a newer draft', async () => {
      for (const as of outside) {
        const { status, body } = await rest(booted.config, `articles/${ids.published}?draft=true`, { as })
        expect([status, body.answer, body._status]).toEqual([200, 'First.', 'published'])
      }
    })

    it('import data is omitted, whatever is selected', async () => {
      const fields = [
        'title',
        'articleTitle',
        'legacyId',
        'score',
        'dateFormat',
        'postOnText',
        'unresolvedLinks',
      ]
      const select = fields.map((field) => `select[${field}]=true`).join('&')
      for (const as of outside) {
        for (const path of [
          `articles/${ids.published}?depth=0`,
          `articles/${ids.published}?depth=0&${select}`,
        ]) {
          const { body, status } = await rest(booted.config, path, { as })
          expect(status).toBe(200)
          for (const field of fields) expect(body).not.toHaveProperty(field)
        }
      }
      const { body } = await rest(booted.config, `articles/${ids.published}`, { as: 'writer' })
      expect(body).toMatchObject({ title: 'T', legacyId: 7 })
    })

    it.each(['title', 'articleTitle', 'legacyId', 'score', 'dateFormat', 'postOnText', 'unresolvedLinks'])(
      'visitors can neither search nor sort by %s',
      async (field) => {
        for (const as of outside) {
          const found = await rest(booted.config, `articles?where[${field}][exists]=true`, { as })
          const sorted = await rest(booted.config, `articles?sort=${field}`, { as })
          expect([found.status, sorted.status]).toEqual([400, 400])
        }
      },
    )

    it('invalid requests are not server errors', async () => {
      for (const path of [
        'articles?where[nothing][equals]=1',
        'articles?sort=nothing',
        'articles/nothing',
        'articles?limit=x',
        'articles?where[id][equals]=x',
      ]) {
        for (const as of people) {
          const { status } = await rest(booted.config, path, { as })
          expect(status, `${path} as ${as}`).toBeLessThan(500)
        }
      }
    })
  })
})
