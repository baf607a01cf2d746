import { createLocalReq } from 'payload'
import { afterAll, beforeAll, describe, expect, it } from 'vitest'

import type { DocumentId } from '../../src/documents/documents.ts'
import { fillSeoTitle } from '../../src/fields/fillSeoTitle.ts'
import { documentValue } from '../../src/mapping/documentValue.ts'
import { textOf } from '../../src/mapping/guards.ts'
import { ConfigurationError } from '../../src/problems/ConfigurationError.ts'
import { type BootedArticles, bootArticles } from '../helpers/bootArticles.ts'
import { database, skipped } from '../helpers/bootPayload.ts'

describe.skipIf(skipped())(`the meta title of an article on ${database}`, () => {
  let opened: BootedArticles
  beforeAll(async () => {
    opened = await bootArticles()
  })
  afterAll(() => opened.booted.close())

  const titleOf = async (id: DocumentId): Promise<string> =>
    textOf(documentValue(await opened.articles.row(id), 'seo.title'))

  it('the meta title is generated from the subject when the article is first published', async () => {
    const { articles } = opened
    const subject = await articles.subject('light')
    const { id } = await articles.draft({ question: 'Why is the sky blue?', answer: 'Rayleigh.', subject })
    expect(await titleOf(id)).toBe('')
    await articles.update(id, { _status: 'published' })
    expect(await titleOf(id)).toBe('Answerbook | light')
    await articles.update(id, { seo: { title: '' } })
    expect(await titleOf(id)).toBe('')
  })

  it('a meta title that somebody has entered is kept', async () => {
    const { articles, subject } = opened
    const { id } = await articles.publish({ subject, seo: { title: 'Given' } })
    expect(await titleOf(id)).toBe('Given')
  })

  it.each(['question', 'nothing'])(
    'the meta title cannot be generated from the field %s',
    async (relation) => {
      const { payload } = opened.booted
      const req = await createLocalReq({}, payload)
      const collection = payload.collections.articles.config
      const hook = fillSeoTitle({ relation, seoTitle: (title) => title })
      const data = { _status: 'published', [relation]: opened.subject }
      const run = hook({ collection, context: {}, data, operation: 'create', req })
      await expect(run).rejects.toThrow(ConfigurationError)
    },
  )
})
