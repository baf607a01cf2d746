import { mkdirSync, readFileSync } from 'node:fs'
import path from 'node:path'

import { afterAll, beforeAll, beforeEach, describe, expect, it } from 'vitest'

import { articleMapping } from '../../../collections/articleMapping.ts'
import { type DocumentId, isRecord } from '../../../src/documents/documents.ts'
import { exportFiles } from '../../../src/sync/export/exportFiles.ts'
import { importFiles } from '../../../src/sync/import/importFiles.ts'
import { makeTree } from '../../files/makeTree.ts'
import { articleText } from '../../fixtures/articleText.ts'
import { articlesOf } from '../../helpers/articlesOf.ts'
import { type Booted, bootPayload, database, skipped } from '../../helpers/bootPayload.ts'
import { makeUsers, type Person } from '../../helpers/makeUsers.ts'
import { rest } from '../../helpers/rest.ts'

const link = (number: number, url: string): string =>
  `related_article${number}:\n    id: 1\n    title: >-\n        A title\n    subject: Test\n    url: ${url}`

describe.skipIf(skipped())(`going back to the imported file on ${database}`, () => {
  let booted: Booted
  let articles: ReturnType<typeof articlesOf>
  let id: DocumentId
  let file: string
  let site = 0

  beforeAll(async () => {
    booted = await bootPayload()
    articles = articlesOf(booted.payload)
    await makeUsers(booted.payload)
  })
  afterAll(() => booted.close())

  const put = async (texts: Record<string, string>): Promise<void> => {
    const root = path.join(booted.folder, `site-${(site += 1)}`)
    await makeTree(root, texts)
    const report = await importFiles({ payload: booted.payload, mappings: [articleMapping], folder: root })
    expect(report).toMatchObject({ created: Object.keys(texts).length, rejected: 0 })
  }
  const exported = async (): Promise<string> => {
    const root = path.join(booted.folder, `out-${(site += 1)}`)
    mkdirSync(root)
    await exportFiles({ payload: booted.payload, mappings: [articleMapping], folder: root })
    return readFileSync(path.join(root, file), 'utf8')
  }
  const idOfSlug = async (slug: string): Promise<DocumentId> => {
    const { docs } = await booted.payload.find({ collection: 'articles', where: { slug: { equals: slug } } })
    const [article] = docs
    if (!article) throw new Error(`There is no article ${slug}.`)
    return article.id
  }
  const restore = (as: Person = 'editor', body?: object) =>
    rest(booted.config, `articles/${id}/restore-import`, { as, method: 'POST', body })
  const patch = (body: Record<string, unknown>, query = '', as: Person = 'editor') =>
    rest(booted.config, `articles/${id}?overrideLock=true${query}`, { as, method: 'PATCH', body })
  const edit = async (times: number): Promise<void> => {
    for (let at = 1; at <= times; at += 1) await patch({ answer: `Edited ${at}.`, author: `Author ${at}` })
  }

  let imported: string
  beforeEach(async () => {
    const name = `restored-${(site += 1)}`
    file = `learn/test/${name}.md`
    imported = articleText('test', name, {
      answer: String.raw`answer: "First line.\\n\\nWith \"quotes\" and $\\nu$."`,
      first: link(1, `/learn/test/questions/target-${name}`),
      second: link(2, '/learn/nowhere/questions/missing'),
      extra: '# A comment\nforeign:   kept',
    })
    await put({ [file]: imported, [`learn/test/target-${name}.md`]: articleText('test', `target-${name}`) })
    id = await idOfSlug(name)
  })

  it(
    'restoring returns the original bytes even if their version was dropped',
    { timeout: 240_000 },
    async () => {
      await edit(26)
      await patch({ question: 'Another?', slug: 'moved', seo: { title: 'Other' }, relatedArticles: [] })
      const versions = await articles.versions(id)
      expect(versions).toHaveLength(20)
      expect(JSON.stringify(versions.map(({ version }) => version.answer))).not.toContain('First line')
      expect(await restore()).toMatchObject({
        status: 200,
        body: { message: 'Restored as a draft. Review and publish it.' },
      })
      expect(await articles.row(id)).toMatchObject({ answer: 'Edited 26.', _status: 'published' })
      expect(await patch({ _status: 'published' })).toMatchObject({ status: 200 })
      expect(await exported()).toBe(imported)
    },
  )

  it('restoring a version with Payload returns the original bytes, as long as it exists', async () => {
    const [first] = await articles.versions(id)
    await edit(5)
    await patch({ relatedArticles: [] })
    const restored = await rest(booted.config, `articles/versions/${first?.id}`, {
      as: 'editor',
      method: 'POST',
    })
    expect(restored.status).toBe(200)
    expect(await exported()).toBe(imported)
  })

  it('restoring returns a link whose target was deleted as an unresolved one', async () => {
    await articles.delete(await idOfSlug(`target-${path.basename(file, '.md')}`))
    await patch({ answer: 'Edited.', relatedArticles: [] })
    expect(await restore()).toMatchObject({ status: 200 })
    await patch({ _status: 'published' })
    expect(await exported()).toBe(imported)
  })

  it('restoring lists its changes, creates a draft, and keeps fields that no file contains', async () => {
    await patch({ answer: 'Published.' })
    await patch({ answer: 'Draft.', author: 'Ada' }, '&draft=true')
    expect((await restore()).body.changes).toEqual(['Author', 'Answer'])
    expect(await articles.latest(id)).toMatchObject({ author: 'Answerbook', _status: 'draft' })
    expect(await articles.row(id)).toMatchObject({ answer: 'Published.', _status: 'published' })
    const answers = (await articles.versions(id)).map(({ version }) => version.answer)
    expect(answers.slice(1, 3)).toEqual(['Published.', 'Draft.'])
    expect(await restore()).toMatchObject({
      status: 200,
      body: { message: 'Nothing to restore: already identical to the file.', changes: [] },
    })
    expect(await articles.versions(id)).toHaveLength(answers.length)
  })

  it.each([
    ['a text', ['author']],
    ['Markdown', ['answer']],
    ['a field of a group', ['seo.title']],
    ['two fields', ['author', 'question']],
  ])('restoring %s keeps all other fields, and publishes nothing', async (_, fields) => {
    const { answer, author, question, seo } = await articles.row(id)
    const seoTitle: unknown = isRecord(seo) ? seo.title : undefined
    const before = new Map<string, unknown>([
      ['answer', answer],
      ['author', author],
      ['question', question],
      ['seo.title', seoTitle],
    ])
    const edited = new Map<string, unknown>([
      ['answer', 'Edited.'],
      ['author', 'Ada'],
      ['question', 'Another?'],
      ['seo.title', 'Other'],
    ])
    await patch({ answer: 'Edited.', author: 'Ada', question: 'Another?', seo: { title: 'Other' } })
    await patch({ canonicalUrl: 'https://example.com/other' }, '&draft=true')
    expect(await restore('writer', { fields })).toMatchObject({ status: 200 })
    const expected = (path: string): unknown => (fields.includes(path) ? before : edited).get(path) ?? null
    expect(await articles.latest(id)).toMatchObject({
      answer: expected('answer'),
      author: expected('author'),
      question: expected('question'),
      seo: { title: expected('seo.title') },
      canonicalUrl: 'https://example.com/other',
      _status: 'draft',
    })
    expect(await articles.row(id)).toMatchObject({ answer: 'Edited.', author: 'Ada', _status: 'published' })
  })

  it('restoring the links returns all of them in order, and nothing else', async () => {
    const { relatedArticles, unresolvedLinks } = await articles.row(id)
    await patch({ relatedArticles: [], unresolvedLinks: [], author: 'Ada' })
    expect((await restore('editor', { fields: ['relatedArticles'] })).body.changes).toHaveLength(1)
    expect(await articles.latest(id)).toMatchObject({ relatedArticles, unresolvedLinks, author: 'Ada' })
  })

  it('restoring every field one by one returns the original bytes', async () => {
    await patch({ question: 'Another?', slug: `other-${site}`, answer: 'Edited.', seo: { title: 'Other' } })
    for (const field of ['question', 'answer', 'seo.title', 'slug'])
      expect(await restore('editor', { fields: [field] }), field).toMatchObject({ status: 200 })
    expect(await restore()).toMatchObject({ body: { changes: [] } })
    await patch({ _status: 'published' })
    expect(await exported()).toBe(imported)
  })

  it('restoring is refused over a save that its author has not seen, and accepted over the one seen', async () => {
    await patch({ answer: 'Seen.', author: 'Ada' })
    const { updatedAt } = await articles.latest(id)
    await patch({ answer: 'Not seen.' })
    const stale = await restore('editor', { fields: ['author'], updatedAt })
    expect(stale.status).toBe(409)
    expect(await articles.latest(id)).toMatchObject({ author: 'Ada', answer: 'Not seen.' })
    const { updatedAt: latest } = await articles.latest(id)
    expect((await restore('editor', { fields: ['author'], updatedAt: latest })).status).toBe(200)
    expect(await articles.latest(id)).toMatchObject({ author: 'Answerbook', answer: 'Not seen.' })
  })

  it.each<[string, object]>([
    ['a field that files do not have', { fields: ['hidden'] }],
    ['the fields of another kind', { fields: ['unresolvedLinks'] }],
    ['no field', { fields: [] }],
    ['a misspelled option', { field: ['answer'] }],
    ['something that is not a list', { fields: 'answer' }],
    ['a time that is none', { updatedAt: 'yesterday' }],
  ])('restoring %s is refused with 400, and nothing is saved', async (_, body) => {
    await patch({ answer: 'Edited.' })
    expect((await restore('editor', body)).status).toBe(400)
    expect(await articles.latest(id)).toMatchObject({ answer: 'Edited.', _status: 'published' })
  })

  it('restoring keeps the slug of an unpublished article, which would otherwise follow the question', async () => {
    const slug = path.basename(file, '.md')
    await patch({ _status: 'draft' })
    await patch({ question: slug.replaceAll('-', ' '), slug }, '&draft=true')
    expect(await restore()).toMatchObject({ status: 200 })
    expect(await articles.latest(id)).toMatchObject({ question: `Question ${slug}?`, slug, _status: 'draft' })
  })

  it.each<[Person, number]>([
    ['visitor', 401],
    ['reader', 403],
    ['writer', 200],
    ['editor', 200],
    ['admin', 200],
  ])('only staff can restore: a %s gets %i, and nothing is published', async (person, status) => {
    await patch({ answer: 'Edited.' })
    expect((await restore(person)).status).toBe(status)
    expect(await articles.row(id)).toMatchObject({ answer: 'Edited.', _status: 'published' })
    const answer = status === 200 ? expect.stringContaining('First line.') : 'Edited.'
    expect(await articles.latest(id)).toMatchObject({ answer })
  })

  it('restoring respects the lock of another editor', async () => {
    await patch({ answer: 'Edited.' })
    const { docs } = await booted.payload.find({
      collection: 'users',
      where: { email: { equals: 'admin@example.com' } },
    })
    await booted.payload.create({
      collection: 'payload-locked-documents',
      data: {
        document: { relationTo: 'articles', value: String(id) },
        user: { relationTo: 'users', value: docs[0]?.id ?? '' },
      },
    })
    expect((await restore()).status).toBe(423)
    expect(await articles.latest(id)).toMatchObject({ answer: 'Edited.' })
  })

  it('restoring is refused for an article that was not imported, is in the trash, or does not exist', async () => {
    await articles.update(id, { deletedAt: new Date().toISOString() })
    expect((await restore()).status).toBe(404)
    id = (await articles.publish({ subject: await articles.subject() })).id
    const { status, body } = await restore()
    expect(status).toBe(404)
    expect(JSON.stringify(body)).toContain('was not imported')
    id = '000000000000000000000000'
    expect((await restore()).status).toBe(404)
  })
})
