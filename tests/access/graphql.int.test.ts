import { afterAll, beforeAll, describe, expect, it } from 'vitest'

import type { DocumentId } from '../../src/documents/documents.ts'
import { bootArticles } from '../helpers/bootArticles.ts'
import { type Booted, database, skipped } from '../helpers/bootPayload.ts'
import { graphql } from '../helpers/graphql.ts'

describe.skipIf(skipped())(`reads over GraphQL on ${database}`, () => {
  let booted: Booted
  let published: DocumentId
  let draft: DocumentId
  let trashed: DocumentId
  beforeAll(async () => {
    const site = await bootArticles()
    booted = site.booted
    const { articles, subject } = site
    draft = (await articles.draft({ subject, question: 'Draft?', answer: 'x' })).id
    trashed = (await articles.publish({ subject, question: 'Trashed?' })).id
    await articles.update(trashed, { deletedAt: new Date().toISOString() })
    published = (
      await articles.publish({
        subject,
        question: 'Published?',
        relatedArticles: [draft, trashed],
        legacyId: 7,
      })
    ).id
    await articles.saveDraft(published, { answer: 'Unfinished.' })
  })
  afterAll(() => booted.close())

  const visit = (query: string) => graphql(booted.config, query)
  const work = (query: string) => graphql(booted.config, query, { as: 'writer' })

  it.each([
    '',
    '(trash: true)',
    '(draft: true)',
    '(draft: true, trash: true)',
    '(where: { _status: { equals: draft } })',
  ])('Articles%s', async (args) => {
    const { data, errors } = await visit(`{ Articles${args} { docs { id answer _status } totalDocs } }`)
    expect(errors).toEqual([])
    const text = JSON.stringify(data)
    expect(text).not.toMatch(/Unfinished|"draft"/)
    expect(text).not.toContain(String(draft))
    expect(text).not.toContain(String(trashed))
  })

  it('Article', async () => {
    expect(
      await visit(`{ Article(id: "${published}") { question legacyId relatedArticles { id } } }`),
    ).toEqual({
      data: { Article: { question: 'Published?', legacyId: null, relatedArticles: [] } },
      errors: [],
    })
    for (const id of [draft, trashed]) {
      const { data } = await visit(`{ Article(id: "${id}", draft: true, trash: true) { id } }`)
      expect(data.Article ?? null).toBeNull()
    }
    const { data } = await work(
      `{ Article(id: "${published}", draft: true) { answer legacyId relatedArticles { id } } }`,
    )
    expect(data.Article).toMatchObject({ answer: 'Unfinished.', legacyId: 7 })
  })

  it('only staff can read versions', async () => {
    const query = '{ versionsArticles { totalDocs } }'
    expect((await visit(query)).errors).toEqual([expect.stringContaining('not allowed')])
    expect(await work(query)).toMatchObject({ errors: [], data: { versionsArticles: { totalDocs: 4 } } })
  })

  it('the article lists of a subject count what the reader may see', async () => {
    const query = '{ Subjects { docs { articles(count: true) { docs { id } totalDocs } } } }'
    const { data, errors } = await visit(query)
    expect(errors).toEqual([])
    expect(data.Subjects).toEqual({ docs: [{ articles: { docs: [{ id: published }], totalDocs: 1 } }] })
    const staff = await work(query)
    expect(staff.data.Subjects).toMatchObject({ docs: [{ articles: { totalDocs: 2 } }] })
  })

  it('visitors cannot access aliases, files, runs and jobs', async () => {
    expect((await visit('{ Subjects { docs { aliases } } }')).data.Subjects).toEqual({
      docs: [{ aliases: null }],
    })
    for (const name of ['Files', 'Runs', 'PayloadMigrations']) {
      expect((await visit(`{ ${name} { totalDocs } }`)).errors.length, name).toBeGreaterThan(0)
    }
    expect((await visit('{ Redirects { totalDocs } }')).errors).toEqual([
      expect.stringContaining('not allowed'),
    ])
    expect((await visit('{ Users { totalDocs } }')).errors).toEqual([expect.stringContaining('not allowed')])
  })
})
