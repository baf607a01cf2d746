import { afterAll, beforeAll, describe, expect, it } from 'vitest'

import type { DocumentId } from '../../src/documents/documents.ts'
import { type BootedArticles, bootArticles } from '../helpers/bootArticles.ts'
import { type Booted, database, skipped } from '../helpers/bootPayload.ts'
import { rest } from '../helpers/rest.ts'

describe.skipIf(skipped())(`days of articles on ${database}`, () => {
  let booted: Booted
  let articles: BootedArticles['articles']
  let subject: DocumentId
  beforeAll(async () => {
    ;({ booted, articles, subject } = await bootArticles())
  })
  afterAll(() => booted.close())

  const noon = '2024-11-27T12:00:00.000Z'

  it.each([
    '2024-11-27',
    '2024-11-27T00:00:00.000Z',
    '2024-11-27T12:00:00.000Z',
    '2024-11-27T23:59:59.999Z',
    new Date('2024-11-27'),
  ])('the day %s is stored at noon in UTC', async (date) => {
    const { id } = await articles.publish({ subject, date })
    expect(await articles.row(id)).toMatchObject({ date: noon })
    expect(await articles.latest(id)).toMatchObject({ date: noon })
    const { body } = await rest(booted.config, `articles/${id}`)
    expect(body.date).toBe(noon)
  })

  it('days of drafts and single changes are stored in the same way', async () => {
    const { id } = await articles.publish({ subject })
    await rest(booted.config, `articles/${id}?draft=true`, {
      as: 'writer',
      method: 'PATCH',
      body: { date: '2024-11-27' },
    })
    expect(await articles.latest(id)).toMatchObject({ date: noon })
    await rest(booted.config, `articles?where[id][equals]=${id}`, {
      as: 'editor',
      method: 'PATCH',
      body: { date: '2024-11-27T00:00:00Z' },
    })
    expect(await articles.row(id)).toMatchObject({ date: noon })
  })

  it('a day can be removed', async () => {
    const { id } = await articles.publish({ subject, date: noon })
    await articles.update(id, { date: null })
    expect((await articles.row(id)).date ?? null).toBeNull()
  })

  it.each(['2024-02-31x', 'yesterday'])('the day %s is refused', async (date) => {
    const body = { subject, question: 'Dated?', answer: 'x', date }
    const { status } = await rest(booted.config, 'articles', { as: 'editor', method: 'POST', body })
    expect(status).toBe(400)
  })
})
