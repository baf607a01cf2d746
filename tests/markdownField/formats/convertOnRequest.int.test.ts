import { createLocalReq } from 'payload'
import { afterAll, beforeAll, describe, expect, it } from 'vitest'

import { articleMapping } from '../../../collections/articleMapping.ts'
import { conversions } from '../../../src/markdownField/formats/conversions.ts'
import { type DocumentId, documentsOf } from '../../../src/documents/documents.ts'
import { exportedFiles } from '../../../src/sync/export/exportedFiles.ts'
import { articlesOf } from '../../helpers/articlesOf.ts'
import { type Booted, bootPayload, database, skipped } from '../../helpers/bootPayload.ts'
import { makeUsers } from '../../helpers/makeUsers.ts'
import { rest } from '../../helpers/rest.ts'

const answer = 'Say **yes** to $x$.\n\n<script>alert(1)</script>'
const html = /^<p>Say <strong>yes<\/strong> to <span class="katex">.*<p>&#x3C;script>/s
const text = 'Say yes to x.\n\n<script>alert(1)</script>'

describe.skipIf(skipped())(`answers in a format on ${database}`, () => {
  let booted: Booted
  let articles: ReturnType<typeof articlesOf>
  let subject: DocumentId
  let id: DocumentId
  let other: DocumentId
  beforeAll(async () => {
    booted = await bootPayload()
    articles = articlesOf(booted.payload)
    await makeUsers(booted.payload)
    subject = await articles.subject('formats')
    other = (await articles.publish({ subject, answer })).id
    id = (await articles.publish({ subject, answer, relatedArticles: [other] })).id
    await articles.saveDraft(id, { answer: 'A *draft*.' })
  })
  afterAll(() => booted.close())

  const ask = (path: string, as: 'visitor' | 'writer' | 'admin' = 'visitor') =>
    rest(booted.config, path, { as })
  const write = (path: string, method: string, body: unknown) =>
    rest(booted.config, path, { as: 'admin', method, body })
  const list = `articles?where[slug][exists]=true&where[id][equals]=`

  it.each([
    ['nothing', '', answer],
    ['markdown', '&answerFormat=markdown', answer],
    ['html', '&answerFormat=html', expect.stringMatching(html)],
    ['text', '&answerFormat=text', text],
    [
      'lexical',
      '&answerFormat=lexical',
      expect.objectContaining({ root: expect.objectContaining({ type: 'root' }) }),
    ],
  ])('lists and single articles are returned as %s', async (_, format, expected) => {
    const { body } = await ask(`${list}${id}${format}`)
    expect(body.docs).toEqual([expect.objectContaining({ answer: expected })])
    expect((await ask(`articles/${id}?depth=0${format}`)).body.answer).toEqual(expected)
  })

  it('populated articles are returned in the format, wherever they are nested', async () => {
    const populate = 'answerFormat=text&depth=2&populate[articles][answer]=true'
    const { body } = await ask(`articles/${id}?${populate}`)
    expect(body).toMatchObject({ answer: text, relatedArticles: [{ id: other, answer: text }] })
    const joined = await ask(`subjects/${subject}?${populate}`)
    expect(joined.body.articles).toMatchObject({ docs: [{ answer: text }, { answer: text }] })
  })

  it('drafts and versions are returned in the format to those who may see them', async () => {
    const draft = `articles/${id}?draft=true&answerFormat=html`
    expect((await ask(draft, 'writer')).body.answer).toBe('<p>A <em>draft</em>.</p>')
    expect((await ask(draft)).body.answer).toMatch(html)
    const versions = await ask(
      `articles/versions?where[parent][equals]=${id}&sort=createdAt&answerFormat=text`,
      'writer',
    )
    expect(versions.body.docs).toMatchObject([
      { version: { answer: text } },
      { version: { answer: 'A draft.' } },
    ])
    const [first] = await articles.versions(id)
    const one = await ask(`articles/versions/${first?.id}?answerFormat=text`, 'writer')
    expect(one.body.version).toMatchObject({ answer: text })
    expect((await ask(`articles/versions?answerFormat=text`)).status).toBe(403)
  })

  it('an answer that is not selected does not appear', async () => {
    const { body, status } = await ask(`articles/${id}?answerFormat=html&select[question]=true`)
    expect(status).toBe(200)
    expect(body).not.toHaveProperty('answer')
  })

  it.each(['markup', '', 'HTML', 'html&answerFormat=text', '__proto__'])(
    'an unknown format is refused: %s',
    async (format) => {
      const { body, status } = await ask(`articles/${id}?answerFormat=${format}`)
      expect(status).toBe(400)
      expect(body.errors).toEqual([
        expect.objectContaining({ message: 'answerFormat must be one of markdown, html, text, lexical.' }),
      ])
    },
  )

  it('an unknown format of a populated article is refused too', async () => {
    const { body, status } = await ask(
      `subjects/${subject}?answerFormat=x&depth=2&populate[articles][answer]=true`,
    )
    expect([status, JSON.stringify(body)]).toEqual([400, expect.stringContaining('must be one of')])
  })

  it('only requested conversions are done, and each only once', async () => {
    const own = 'Seldom *asked*.'
    const { id: seldom } = await articles.publish({ subject, answer: own })
    await ask(`articles/${seldom}`)
    expect(conversions().get(`html\n${own}`)).toBeUndefined()
    await ask(`articles/${seldom}?answerFormat=html`)
    expect(conversions().get(`html\n${own}`)).toBe('<p>Seldom <em>asked</em>.</p>')
    conversions().set(`html\n${own}`, 'from the cache')
    expect((await ask(`articles/${seldom}?answerFormat=html`)).body.answer).toBe('from the cache')
    await articles.update(seldom, { answer: 'Often *asked*.' })
    expect((await ask(`articles/${seldom}?answerFormat=html`)).body.answer).toBe(
      '<p>Often <em>asked</em>.</p>',
    )
  })

  describe('is for reading only', () => {
    const format = 'answerFormat=html'
    const stored = async (article: DocumentId): Promise<unknown[]> => [
      (await articles.row(article)).answer,
      ...(await articles.versions(article)).map(({ version }) => version.answer),
    ]

    it.each<[string, (article: DocumentId) => Promise<{ status: number }>]>([
      ['update', (article) => write(`articles/${article}?${format}`, 'PATCH', { author: 'A' })],
      ['draft', (article) => write(`articles/${article}?draft=true&${format}`, 'PATCH', { author: 'A' })],
      [
        'autosave',
        (article) =>
          write(`articles/${article}?draft=true&autosave=true&${format}`, 'PATCH', { author: 'A' }),
      ],
      [
        'bulk update',
        (article) => write(`articles?where[id][equals]=${article}&${format}`, 'PATCH', { author: 'A' }),
      ],
      ['unpublish', (article) => write(`articles/${article}?${format}`, 'PATCH', { _status: 'draft' })],
      [
        'trash',
        (article) => write(`articles/${article}?${format}`, 'PATCH', { deletedAt: new Date().toISOString() }),
      ],
      [
        'restore',
        async (article) => {
          const [first] = await articles.versions(article)
          return write(`articles/versions/${first?.id}?${format}`, 'POST', {})
        },
      ],
      ['reads between', (article) => ask(`articles/${article}?${format}`)],
      ['file', (article) => ask(`articles/${article}/markdown?${format}`, 'writer')],
    ])('the format does not affect writes: %s', async (_, act) => {
      const { id: article } = await articles.publish({ subject, answer })
      const { status } = await act(article)
      expect(status).toBeLessThan(300)
      expect(new Set(await stored(article))).toEqual(new Set([answer]))
    })

    it('the format does not affect create and duplicate', async () => {
      const made = await write(`articles?${format}`, 'POST', {
        question: 'Made?',
        answer,
        subject,
        _status: 'published',
      })
      expect(made.body.doc).toMatchObject({ answer })
      const copy = await write(`articles/${id}/duplicate?${format}`, 'POST', {})
      expect(copy.status).toBeLessThan(300)
      expect(copy.body.doc).toMatchObject({ answer: 'A *draft*.' })
    })

    it('the format does not affect a job that a read request runs', async () => {
      const { id: article } = await articles.publish({ subject, answer })
      await articles.saveDraft(article, { author: 'A' })
      const doc = { relationTo: 'articles' as const, value: String(article) }
      await booted.payload.jobs.queue({ task: 'schedulePublish', input: { type: 'publish', doc } })
      const { status } = await ask(`payload-jobs/run?allQueues=true&${format}`, 'admin')
      expect(status).toBe(200)
      expect(await articles.row(article)).toMatchObject({ answer, author: 'A' })
    })

    it('the format does not affect the file of an article', async () => {
      const { body } = await ask(`articles/${other}/markdown?${format}`, 'writer')
      expect(body.text).toContain('Say **yes** to $x$.')
    })

    // As a hook or an endpoint of somebody else has it, in the middle of such a request.
    const within = () => {
      const search = { pathname: '/api/articles/statistics', query: { answerFormat: 'html' } }
      return createLocalReq({ req: { ...search, method: 'GET', payloadAPI: 'REST' } }, booted.payload)
    }

    it.each([true, false])(
      "the format does not affect the program's own reads with access overridden: %s",
      async (overrideAccess) => {
        const documents = documentsOf(booted.payload)
        const req = await within()
        const read = await documents.findByID({ collection: 'articles', id: other, overrideAccess, req })
        expect(read).toMatchObject({ answer })
      },
    )

    it('the format does not affect an export within a read request', async () => {
      const texts: string[] = []
      for await (const file of exportedFiles(booted.payload, articleMapping, { req: await within() })) {
        texts.push('text' in file ? file.text : JSON.stringify(file))
      }
      expect(texts.length).toBeGreaterThan(5)
      expect(texts.filter((file) => /<strong>|class="katex"/.test(file))).toEqual([])
      expect(texts.filter((file) => file.includes('**yes** to $x$')).length).toBeGreaterThan(3)
    })
  })
})
