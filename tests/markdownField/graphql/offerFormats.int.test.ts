import { afterAll, beforeAll, describe, expect, it } from 'vitest'

import { conversions } from '../../../src/markdownField/formats/conversions.ts'
import type { DocumentId } from '../../../src/documents/documents.ts'
import { bootArticles } from '../../helpers/bootArticles.ts'
import { type Booted, database, skipped } from '../../helpers/bootPayload.ts'
import { graphql } from '../../helpers/graphql.ts'
import type { Person } from '../../helpers/makeUsers.ts'

const answer = 'Say **yes**.'
const html = '<p>Say <strong>yes</strong>.</p>'
const text = 'Say yes.'

describe.skipIf(skipped())(`answers in a format by GraphQL on ${database}`, () => {
  let booted: Booted
  let id: DocumentId
  let subject: DocumentId
  beforeAll(async () => {
    const site = await bootArticles()
    ;({ booted, subject } = site)
    const { articles } = site
    const { id: other } = await articles.publish({ subject, answer })
    id = (await articles.publish({ subject, answer, relatedArticles: [other] })).id
    await articles.saveDraft(id, { answer: 'A *draft*.' })
  })
  afterAll(() => booted.close())

  const ask = async (query: string, as: Person = 'visitor'): Promise<Record<string, unknown>> => {
    const { data, errors } = await graphql(booted.config, query, { as })
    expect(errors).toEqual([])
    return data
  }

  it('GraphQL returns all requested formats, side by side', async () => {
    const { Article } = await ask(`{ Article(id: "${id}") {
      answer
      markdown: answer(format: MARKDOWN)
      html: answer(format: HTML)
      text: answer(format: TEXT)
      lexical: answer(format: LEXICAL)
    } }`)
    const lexical: unknown = expect.stringMatching(/^\{"root":/)
    expect(Article).toEqual({ answer, markdown: answer, html, text, lexical })
  })

  it('GraphQL takes the format from a variable', async () => {
    const query = `query ($format: MarkdownFormat!) { Article(id: "${id}") { answer(format: $format) } }`
    const { data } = await graphql(booted.config, query, { variables: { format: 'TEXT' } })
    expect(data).toEqual({ Article: { answer: text } })
  })

  it('GraphQL returns the format at any depth, and with selected fields only', async () => {
    const { Article } = await ask(
      `{ Article(id: "${id}", select: true) { relatedArticles { answer(format: HTML) } } }`,
    )
    expect(Article).toEqual({ relatedArticles: [{ answer: html }] })
    const { Subject } = await ask(
      `{ Subject(id: "${subject}") { articles { docs { answer(format: TEXT) } } } }`,
    )
    expect(Subject).toEqual({ articles: { docs: [{ answer: text }, { answer: text }] } })
    const { Articles } = await ask(`{ Articles { docs { answer(format: TEXT) } } }`)
    expect(Articles).toEqual({ docs: [{ answer: text }, { answer: text }] })
  })

  it('GraphQL returns drafts and versions in the format to those who may see them', async () => {
    const draft = `{ Article(id: "${id}", draft: true) { answer(format: TEXT) } }`
    expect(await ask(draft, 'writer')).toEqual({ Article: { answer: 'A draft.' } })
    expect(await ask(draft)).toEqual({ Article: { answer: text } })
    const versions = `{ versionsArticles(where: { parent: { equals: "${id}" } }, sort: "createdAt") {
      docs { version { answer(format: TEXT) } }
    } }`
    expect(await ask(versions, 'writer')).toEqual({
      versionsArticles: { docs: [{ version: { answer: text } }, { version: { answer: 'A draft.' } }] },
    })
    expect((await graphql(booted.config, versions)).errors).toHaveLength(1)
  })

  it('a mutation saves Markdown, and returns what it saved in the format', async () => {
    const query = `mutation { createArticle(data: {
      question: "Made?", slug: "made", answer: "By *mutation*.", subject: "${subject}", _status: published
    }) { id answer(format: HTML) } }`
    const { createArticle } = await ask(query, 'editor')
    expect(createArticle).toMatchObject({ answer: '<p>By <em>mutation</em>.</p>' })
    const { docs } = await booted.payload.find({
      collection: 'articles',
      where: { question: { equals: 'Made?' } },
    })
    expect(docs.map((doc) => doc.answer)).toEqual(['By *mutation*.'])
  })

  it('GraphQL refuses an unknown format', async () => {
    const { errors } = await graphql(booted.config, `{ Article(id: "${id}") { answer(format: PDF) } }`)
    expect(errors).toContainEqual('Value "PDF" does not exist in "MarkdownFormat" enum.')
  })

  it('GraphQL only does requested conversions, and ignores query parameters', async () => {
    conversions().set(`html\n${answer}`, 'from the cache')
    expect(await ask(`{ Article(id: "${id}") { answer } }`)).toEqual({ Article: { answer } })
    expect(await ask(`{ Article(id: "${id}") { answer(format: HTML) } }`)).toEqual({
      Article: { answer: 'from the cache' },
    })
  })

  it('a conversion adds as much complexity as a relation', async () => {
    const aliases = Array.from({ length: 60 }, (_, at) => `a${at}: answer(format: HTML)`).join(' ')
    const { errors } = await graphql(booted.config, `{ Articles { docs { ${aliases} } } }`)
    expect(errors).toEqual([expect.stringMatching(/exceeds the maximum complexity/)])
    const plain = aliases.replaceAll('(format: HTML)', '')
    expect((await graphql(booted.config, `{ Articles { docs { ${plain} } } }`)).errors).toEqual([])
  })
})
