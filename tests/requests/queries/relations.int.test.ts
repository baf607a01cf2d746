import { afterAll, beforeAll, describe, expect, it } from 'vitest'

import type { DocumentId } from '../../../src/documents/documents.ts'
import { type BootedArticles, bootArticles } from '../../helpers/bootArticles.ts'
import { database, skipped } from '../../helpers/bootPayload.ts'
import { graphql } from '../../helpers/graphql.ts'
import type { Person } from '../../helpers/makeUsers.ts'
import { rest } from '../../helpers/rest.ts'

type Names = { published: string; draft: string; trashed: string }

const isRecord = (value: unknown): value is Record<string, unknown> =>
  typeof value === 'object' && value !== null

const listed = (value: unknown, field: string): string[] =>
  (Array.isArray(value) ? value : [])
    .flatMap((doc: unknown) => (isRecord(doc) ? [String(doc[field])] : []))
    .sort()

describe.skipIf(skipped())(`filters and orders through relations, on ${database}`, () => {
  let opened: BootedArticles
  let ids: Names
  let urls: Names

  beforeAll(async () => {
    opened = await bootArticles()
    const { articles } = opened
    const [biology, history, empty] = [
      await articles.subject('biology'),
      await articles.subject('history'),
      await articles.subject('empty'),
    ]
    const make = (question: string, subject: DocumentId, related: DocumentId[] = [], answer = 'Open.') =>
      articles.publish({ question, subject, relatedArticles: related, answer })
    const published = await make('T', biology, [], 'Open target.')
    const draft = await articles.publish({ question: 'D', subject: biology, answer: 'A secret.' })
    await articles.update(draft.id, { _status: 'draft' })
    const trashed = await make('X', biology, [], 'A secret in the trash.')
    const a = await make('A', history, [published.id, draft.id])
    await make('B', biology, [published.id])
    await make('C', biology, [draft.id, trashed.id])
    await make('E', history, [a.id])
    await articles.draft({ question: 'Only a draft', answer: 'A secret.', subject: empty })
    await articles.update(trashed.id, { deletedAt: new Date().toISOString() })
    const names = (value: (of: typeof published) => unknown): Names => ({
      published: String(value(published)),
      draft: String(value(draft)),
      trashed: String(value(trashed)),
    })
    ids = names(({ id }) => id)
    urls = names(({ url }) => url)
  })
  afterAll(() => opened.booted.close())

  const filled = (query: string): string =>
    query
      .replaceAll(/ID\.(\w+)/g, (_, name) => Object.entries(ids).find(([key]) => key === name)?.[1] ?? '')
      .replaceAll(/URL\.(\w+)/g, (_, name) => Object.entries(urls).find(([key]) => key === name)?.[1] ?? '')

  const ask = (path: string, as: Person) => rest(opened.booted.config, filled(path), { as })

  // Typical queries of frontends for articles: the results for visitors, and for editors if they see more.
  const filters: [filter: string, visitor: string, editor?: string][] = [
    ['where[subject.slug][equals]=biology', 'B C T', 'B C D T'],
    ['where[subject.slug][in]=biology,history', 'A B C E T', 'A B C D E T'],
    ['where[subject.title][like]=HIST', 'A E'],
    ['where[subject.slug][equals]=nowhere', ''],
    ['where[subject.id][exists]=true', 'A B C E T', 'A B C D E Only a draft T'],
    ['where[relatedArticles][equals]=ID.published', 'A B'],
    ['where[relatedArticles][equals]=ID.draft', '', 'A C'],
    ['where[relatedArticles][in]=ID.draft,ID.published', 'A B', 'A B C'],
    ['where[relatedArticles.id][equals]=ID.draft', '', 'A C'],
    ['where[relatedArticles][equals]=ID.trashed', '', 'C'],
    ['where[relatedArticles][not_equals]=ID.published', 'C E T', 'C D E Only a draft T'],
    ['where[relatedArticles][not_in]=ID.published', 'C E T', 'C D E Only a draft T'],
    ['where[relatedArticles][all]=ID.published,ID.draft', '', 'A'],
    [
      'where[and][0][relatedArticles][equals]=ID.published&where[and][1][relatedArticles][equals]=ID.draft',
      '',
      'A',
    ],
    ['where[relatedArticles.url][equals]=URL.published', 'A B'],
    ['where[relatedArticles.url][equals]=URL.draft', '', 'A C'],
    ['where[relatedArticles__url][equals]=URL.draft', '', 'A C'],
    ['where[relatedArticles.answer][contains]=secret', '', 'A C'],
    ['where[relatedArticles.answer][not_like]=Open', '', 'A C'],
    ['where[relatedArticles.question][not_equals]=T', 'E', 'A C E'],
    ['where[relatedArticles._status][equals]=draft', '', 'A C'],
    ['where[relatedArticles][contains][answer][like]=secret', '', 'A C'],
    ['where[relatedArticles.subject.slug][equals]=biology', 'A B', 'A B C'],
    ['where[relatedArticles.subject][exists]=true', 'A B E', 'A B C E'],
    ['where[relatedArticles.relatedArticles.url][equals]=URL.published', 'E'],
    ['where[relatedArticles.relatedArticles.answer][contains]=secret', '', 'E'],
    ['where[relatedArticles.relatedArticles.subject.slug][equals]=biology', 'E'],
    ['where[subject.articles.answer][contains]=target', 'B C T', 'B C D T'],
    ['where[subject.articles.answer][contains]=secret', '', 'B C D Only a draft T'],
    ['where[subject.articles.relatedArticles.url][equals]=URL.published', 'A B C E T', 'A B C D E T'],
    [
      'where[or][0][subject.slug][equals]=history&where[or][1][relatedArticles.url][equals]=URL.published',
      'A B E',
    ],
    [
      'where[relatedArticles.url][equals]=URL.published&where[subject.slug][equals]=history&sort=-date,url',
      'A',
    ],
  ]
  it.each(filters)('%s', async (filter, visitor, editor = visitor) => {
    for (const [as, expected] of [
      ['visitor', visitor],
      ['reader', visitor],
      ['editor', editor],
    ] as const) {
      const list = await ask(`articles?${filter}&limit=50&depth=0`, as)
      expect([as, list.status, listed(list.body.docs, 'question').join(' ')]).toEqual([as, 200, expected])
      const count = await ask(`articles/count?${filter}`, as)
      expect([as, count.body.totalDocs]).toEqual([as, listed(list.body.docs, 'question').length])
    }
  })

  const ofSubjects: [filter: string, visitor: string, editor?: string][] = [
    ['where[articles.question][equals]=A', 'history'],
    ['where[articles.answer][contains]=secret', '', 'biology empty'],
    ['where[articles][exists]=true', 'biology history', 'biology empty history'],
    ['where[articles][exists]=false', 'empty', ''],
    ['where[articles][contains][answer][like]=secret', '', 'biology empty'],
    ['where[articles.relatedArticles.url][equals]=URL.draft', '', 'biology history'],
  ]
  it.each(ofSubjects)('the filter matches the subjects: %s', async (filter, visitor, editor = visitor) => {
    for (const [as, expected] of [
      ['visitor', visitor],
      ['editor', editor],
    ] as const) {
      const { body, status } = await ask(`subjects?${filter}&where[slug][not_like]=subject-`, as)
      expect([as, status, listed(body.docs, 'slug').join(' ')]).toEqual([as, 200, expected])
    }
  })

  const joined: [filter: string, visitor: string, editor: string][] = [
    ['joins[articles][where][relatedArticles.answer][contains]=secret', '', 'A'],
    ['joins[articles][where][relatedArticles.relatedArticles.url][equals]=URL.published', 'E', 'E'],
  ]
  it.each(joined)(
    'the filter matches the articles of a join of subjects: %s',
    async (filter, visitor, editor) => {
      for (const [as, expected] of [
        ['visitor', visitor],
        ['editor', editor],
      ] as const) {
        const { body } = await ask(`subjects?where[slug][equals]=history&depth=1&${filter}`, as)
        const [subject] = Array.isArray(body.docs) ? body.docs : []
        const articles: unknown = isRecord(subject) ? subject.articles : undefined
        expect([as, listed(isRecord(articles) ? articles.docs : [], 'question').join(' ')]).toEqual([
          as,
          expected,
        ])
      }
    },
  )

  const refused: [path: string, sentence: RegExp][] = [
    ['articles?sort=relatedArticles.answer', /cannot be sorted by relatedArticles.answer/],
    ['articles?sort=-relatedArticles.answer', /cannot be sorted/],
    ['articles?sort=url,relatedArticles__answer', /cannot be sorted/],
    ['articles?sort=relatedArticles', /cannot be sorted/],
    ['articles?sort=relatedArticles.subject.title', /cannot be sorted/],
    ['articles?sort=subject.articles.answer', /cannot be sorted/],
    ['articles?sort=$where', /there is no such field/],
    ['subjects?sort=articles.answer', /cannot be sorted/],
    ['subjects?joins[articles][sort]=relatedArticles.answer', /cannot be sorted/],
    ['subjects?joins[articles][sort]=subject.title', /cannot be sorted/],
    ['articles?where[relatedArticles.nothing][equals]=x', /cannot be queried/],
    ['articles?where[relatedArticles.legacyId][equals]=1', /cannot be queried/],
    ['articles?where[question.answer][equals]=x', /cannot be queried/],
    ['articles?where[subject.aliases][contains]=x', /cannot be queried/],
  ]
  it.each(refused)('an invalid query is refused: %s', async (path, sentence) => {
    const { body, status } = await ask(path, 'visitor')
    expect([status, JSON.stringify(body)]).toEqual([400, expect.stringMatching(sentence)])
  })

  it('lists can be sorted by what everybody may read', async () => {
    const { body } = await ask('articles?sort=subject.title,question&depth=0', 'visitor')
    const questions = Array.isArray(body.docs)
      ? body.docs.map((doc: unknown) => isRecord(doc) && doc.question)
      : []
    expect(questions).toEqual(['B', 'C', 'T', 'A', 'E'])
  })

  const queries: [query: string, expected: RegExp][] = [
    ['{ Articles(sort: "relatedArticles.answer") { docs { id } } }', /cannot be sorted/],
    [
      '{ Subjects { docs { articles(sort: "relatedArticles.answer") { docs { id } } } } }',
      /cannot be sorted/,
    ],
    ['{ Subjects(sort: "articles.answer") { docs { id } } }', /cannot be sorted/],
  ]
  it.each(queries)('GraphQL refuses %s', async (query, expected) => {
    const { errors } = await graphql(opened.booted.config, query)
    expect(errors.join()).toMatch(expected)
  })

  it('GraphQL finds nothing through hidden documents', async () => {
    const query = (id: string) =>
      `{ Articles(where: { relatedArticles: { in: ["${id}"] } }) { totalDocs } countArticles(where: { relatedArticles: { equals: "${id}" } }) { totalDocs } }`
    const asked = (id: string) => graphql(opened.booted.config, query(id)).then(({ data }) => data)
    expect(await asked(ids.draft)).toEqual({ Articles: { totalDocs: 0 }, countArticles: { totalDocs: 0 } })
    expect(await asked(ids.published)).toEqual({
      Articles: { totalDocs: 2 },
      countArticles: { totalDocs: 2 },
    })
  })
})
