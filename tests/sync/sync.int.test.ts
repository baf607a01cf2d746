import { mkdirSync, readFileSync, rmSync, writeFileSync } from 'node:fs'
import path from 'node:path'

import type { Payload } from 'payload'
import { afterAll, beforeAll, beforeEach, describe, expect, it, vi } from 'vitest'

import { articleMapping } from '../../collections/articleMapping.ts'
import { exportFiles } from '../../src/sync/export/exportFiles.ts'
import { verifyFiles } from '../../src/sync/export/verifyFiles.ts'
import { importFiles } from '../../src/sync/import/importFiles.ts'
import type { ImportOptions } from '../../src/sync/import/types.ts'
import { articleText } from '../fixtures/articleText.ts'
import { type Booted, bootPayload, database, skipped } from '../helpers/bootPayload.ts'

const link = (number: number, slug: string): string =>
  `related_article${number}:\n    id: 1\n    title: >-\n        A title\n    subject: Test\n    url: /learn/test/questions/${slug}`

describe.skipIf(skipped())(`import and export on ${database}`, () => {
  let booted: Booted
  let payload: Payload
  let root: string
  let site = 0

  const put = (slug: string, lines: Record<string, string | undefined> = {}): void => {
    const file = path.join(root, `learn/test/${slug}.md`)
    mkdirSync(path.dirname(file), { recursive: true })
    writeFileSync(file, articleText('test', slug, lines))
  }
  const read = (slug: string, folder = root): string =>
    readFileSync(path.join(folder, `learn/test/${slug}.md`), 'utf8')
  const take = (options: Partial<ImportOptions> = {}) =>
    importFiles({ payload, mappings: [articleMapping], folder: root, ...options })
  const give = (folder = root, options: { overwrite?: boolean; drafts?: boolean } = {}) =>
    exportFiles({ payload, mappings: [articleMapping], folder, ...options })
  const bySlug = async (slug: string, draft = false) => {
    const found = await payload.find({
      collection: 'articles',
      draft,
      depth: 0,
      trash: true,
      where: { slug: { equals: slug } },
    })
    const [article] = found.docs
    if (!article) throw new Error(`There is no article ${slug}.`)
    return article
  }
  const versionsOf = async (id: string) =>
    (await payload.countVersions({ collection: 'articles', where: { parent: { equals: id } } })).totalDocs
  const errorsOf = (report: { problems: { severity: string; code: string }[] }) =>
    report.problems.filter(({ severity }) => severity === 'error').map(({ code }) => code)

  beforeAll(async () => {
    booted = await bootPayload()
    payload = booted.payload
  })
  afterAll(() => booted?.close())
  beforeEach(async () => {
    for (const collection of ['articles', 'answerbook-files', 'answerbook-runs', 'redirects'] as const) {
      await payload.delete({ collection, where: { id: { exists: true } }, trash: true })
    }
    site += 1
    root = path.join(booted.folder, `site-${site}`)
    mkdirSync(root)
  })

  it('an import writes nothing for unchanged files: no version, no time, no row', async () => {
    put('one', { links: link(1, 'two') })
    put('two')
    await take()
    const before = await bySlug('one')
    const versions = await versionsOf(before.id)
    expect(await take()).toMatchObject({ created: 0, updated: 0, unchanged: 2, problems: [] })
    expect(await bySlug('one')).toEqual(before)
    expect(await versionsOf(before.id)).toBe(versions)
  })

  it('an import updates a document whose file changed, and keeps one that changed in the CMS', async () => {
    put('one')
    put('two')
    await take()
    const { id } = await bySlug('two')
    await payload.update({ collection: 'articles', id, data: { author: 'An editor' } })
    put('one', { author: 'author: The file' })
    expect(await take()).toMatchObject({ updated: 1, unchanged: 1, rejected: 0 })
    expect(await bySlug('one')).toMatchObject({ author: 'The file', _status: 'published' })
    expect(await bySlug('two')).toMatchObject({ author: 'An editor' })
    await give()
    expect(read('two')).toBe(articleText('test', 'two', { author: 'author: An editor' }))
    expect(await take()).toMatchObject({ updated: 0, unchanged: 2 })
  })

  it('an import reports a file that changed on both sides with both values, and loses neither', async () => {
    put('one')
    await take()
    const { id } = await bySlug('one')
    await payload.update({ collection: 'articles', id, data: { author: 'An editor' } })
    put('one', { author: 'author: The file' })
    const report = await take()
    expect(report).toMatchObject({ updated: 0, conflicts: 1, rejected: 0 })
    expect(report.problems).toMatchObject([
      { code: 'conflict', path: 'learn/test/one.md', line: 15, column: 9 },
    ])
    expect(report.problems[0]?.message).toContain('"The file"')
    expect(report.problems[0]?.message).toContain('"An editor"')
    expect(await bySlug('one')).toMatchObject({ author: 'An editor' })
    expect(read('one')).toContain('author: The file')
    expect(errorsOf(await give())).toEqual([])
    expect(read('one')).toBe(articleText('test', 'one', { author: 'author: An editor' }))
    expect(errorsOf(await take())).toEqual([])
  })

  it('an import never overwrites what an editor saves while a batch of files is about to be written', async () => {
    put('one')
    put('two')
    await take()
    const { id } = await bySlug('one')
    put('one', { author: 'author: The file' })
    put('two', { author: 'author: The file' })
    const begin = payload.db.beginTransaction.bind(payload.db)
    const saveFirst = () => {
      const beginning = vi.spyOn(payload.db, 'beginTransaction').mockImplementation(async (options) => {
        beginning.mockRestore()
        await payload.update({ collection: 'articles', id, data: { author: 'An editor' } })
        return begin(options)
      })
    }
    const report = await take({
      onProgress: ({ done, phase }) => phase === 'scan' && done === 0 && saveFirst(),
    })
    expect(report).toMatchObject({ updated: 1, conflicts: 1, rejected: 0 })
    expect(errorsOf(report)).toEqual(['conflict'])
    expect(await bySlug('one')).toMatchObject({ author: 'An editor' })
    expect(await bySlug('two')).toMatchObject({ author: 'The file' })
  })

  it('an import resolves links that an interrupted import has left', async () => {
    put('one', { links: link(1, 'two') })
    await take()
    put('two')
    const controller = new AbortController()
    await take({
      signal: controller.signal,
      onProgress: ({ done, phase }) => phase === 'import' && done === 2 && controller.abort(),
    })
    expect((await bySlug('one')).relatedArticles).toEqual([])
    put('three')
    await take()
    const { id } = await bySlug('two')
    expect((await bySlug('one')).relatedArticles).toEqual([id])
    expect(await verifyFiles({ payload, mappings: [articleMapping], folder: root })).toMatchObject({
      identical: 3,
      different: 0,
    })
  })

  it('an import accepts the same change on both sides', async () => {
    put('one')
    await take()
    const { id } = await bySlug('one')
    await payload.update({ collection: 'articles', id, data: { author: 'Both' } })
    put('one', { author: 'author: Both' })
    expect(errorsOf(await take())).toEqual([])
    expect(await verifyFiles({ payload, mappings: [articleMapping], folder: root })).toMatchObject({
      identical: 1,
      different: 0,
    })
  })

  it('an import keeps a newer draft of a published article', async () => {
    put('one')
    await take()
    const { id } = await bySlug('one')
    await payload.update({
      collection: 'articles',
      id,
      draft: true,
      data: { answer: 'Unfinished', author: 'Draft' },
    })
    put('one', { seo: 'seo:\n  title: New title' })
    expect(await take()).toMatchObject({ updated: 1, rejected: 0 })
    const published = await bySlug('one')
    expect(published).toMatchObject({
      _status: 'published',
      author: 'Answerbook',
      seo: { title: 'New title' },
    })
    expect(published.answer).toBe('First line.\n\nSecond line.')
    const draft = await payload.findByID({ collection: 'articles', id, draft: true, depth: 0 })
    expect(draft).toMatchObject({ _status: 'draft', answer: 'Unfinished', author: 'Draft' })
    await give()
    expect(read('one')).not.toContain('Unfinished')
  })

  it('an import applies the changes of a file to an unpublished article, which stays unpublished', async () => {
    put('one')
    await take()
    const { id } = await bySlug('one')
    await payload.update({ collection: 'articles', id, data: { _status: 'draft' } })
    put('one', { author: 'author: The file' })
    expect(await take()).toMatchObject({ updated: 1 })
    expect(await bySlug('one')).toMatchObject({ _status: 'draft', author: 'The file' })
    expect(await give()).toMatchObject({ removed: 1 })
  })

  it('an import does not restore a trashed or permanently deleted article, and reports when its file changes', async () => {
    put('one')
    put('two')
    await take()
    const [one, two] = [await bySlug('one'), await bySlug('two')]
    await payload.update({
      collection: 'articles',
      id: one.id,
      data: { deletedAt: new Date().toISOString() },
    })
    await payload.delete({ collection: 'articles', id: two.id })
    expect(await take()).toMatchObject({ created: 0, unchanged: 2, rejected: 0 })
    put('one', { author: 'author: Changed' })
    put('two', { author: 'author: Changed' })
    const report = await take()
    expect(errorsOf(report)).toEqual(['in-trash', 'conflict'])
    expect((await payload.count({ collection: 'articles' })).totalDocs).toBe(0)
  })

  it('an import resolves links by URL in any order, lists missing targets, and heals links on arrival', async () => {
    put('a', { links: [link(1, 'z'), link(2, 'nowhere'), link(3, 'a'), link(4, 'z')].join('\n') })
    put('z')
    const report = await take()
    expect(report.problems.filter(({ code }) => code === 'unresolved-link')).toMatchObject([
      { path: 'learn/test/a.md', message: 'No document has the URL /learn/test/questions/nowhere.' },
    ])
    const [a, z] = [await bySlug('a'), await bySlug('z')]
    expect(a.relatedArticles).toEqual([z.id, a.id])
    expect(a.unresolvedLinks).toMatchObject([{ position: 1, url: '/learn/test/questions/nowhere' }])
    expect(await verifyFiles({ payload, mappings: [articleMapping], folder: root })).toMatchObject({
      identical: 2,
      different: 0,
    })
    put('nowhere')
    await take()
    const healed = await bySlug('a')
    expect(healed.relatedArticles).toEqual([z.id, (await bySlug('nowhere')).id, a.id])
    expect(healed.unresolvedLinks ?? null).toBeNull()
    expect(healed.updatedAt).toBe(a.updatedAt)
    expect(await verifyFiles({ payload, mappings: [articleMapping], folder: root })).toMatchObject({
      identical: 3,
      different: 0,
    })
  })

  it('an export moves the file of an article that moved, and an import recognizes the old file', async () => {
    put('one')
    await take()
    const { id } = await bySlug('one')
    await payload.update({ collection: 'articles', id, data: { slug: 'other' } })
    expect(await take()).toMatchObject({ created: 0, unchanged: 1 })
    const target = path.join(booted.folder, `target-${site}`)
    await give(target)
    expect(read('other', target)).toContain('file_name: other.md')
    expect(await give()).toMatchObject({ written: 1, removed: 1 })
    expect(() => read('one')).toThrow()
    expect(await take()).toMatchObject({ created: 0, rejected: 0 })
    expect(await verifyFiles({ payload, mappings: [articleMapping], folder: root })).toMatchObject({
      identical: 1,
      extra: 0,
    })
    expect((await payload.count({ collection: 'answerbook-files' })).totalDocs).toBe(1)
  })

  it('an export never touches a file that a person has changed since, nor foreign files', async () => {
    put('one')
    await take()
    writeFileSync(path.join(root, 'README.md'), 'mine')
    const { id } = await bySlug('one')
    await payload.update({ collection: 'articles', id, data: { author: 'An editor' } })
    put('one', { author: 'author: A person' })
    expect(errorsOf(await give())).toEqual(['target-changed'])
    expect(read('one')).toContain('A person')
    expect(readFileSync(path.join(root, 'README.md'), 'utf8')).toBe('mine')
  })

  it('an import deletes missing documents only when asked, within the limit, and never for an empty folder', async () => {
    for (const slug of ['a', 'b', 'c', 'd', 'e', 'f']) put(slug)
    await take()
    rmSync(path.join(root, 'learn/test/a.md'))
    expect(await take()).toMatchObject({ deleted: 0 })
    expect(await take({ deleteMissing: true, dryRun: true })).toMatchObject({ deleted: 1 })
    expect(await take({ deleteMissing: true })).toMatchObject({ deleted: 1, problems: [] })
    expect((await bySlug('a')).deletedAt).toBeTruthy()
    rmSync(path.join(root, 'learn/test/b.md'))
    rmSync(path.join(root, 'learn/test/c.md'))
    expect(errorsOf(await take({ deleteMissing: true }))).toEqual(['delete-limit'])
    rmSync(path.join(root, 'learn'), { recursive: true })
    expect(errorsOf(await take({ deleteMissing: true, maxDelete: 100 }))).toEqual(['delete-limit'])
    expect((await payload.count({ collection: 'articles' })).totalDocs).toBe(5)
  })

  it('a dry run writes nothing and reports what would happen', async () => {
    put('one', { links: link(1, 'two') })
    put('two')
    const report = await take({ dryRun: true })
    expect(report).toMatchObject({ created: 2 })
    expect(report.problems.filter(({ code }) => code === 'unresolved-link')).toEqual([])
    expect((await payload.count({ collection: 'articles' })).totalDocs).toBe(0)
    expect((await payload.count({ collection: 'answerbook-runs' })).totalDocs).toBe(0)
    expect(
      (await payload.count({ collection: 'subjects', where: { slug: { equals: 'unseen' } } })).totalDocs,
    ).toBe(0)
  })

  it('an import stops between batches when asked, keeps what is done and says so', async () => {
    for (let at = 0; at < 280; at += 1) put(`s${at}`)
    const url = '/learn/test/questions/s99'
    put('s0', {
      link: `related_article1:\n    id: 1\n    title: >-\n        s99\n    subject: Test\n    url: ${url}`,
    })
    const controller = new AbortController()
    const report = await take({
      signal: controller.signal,
      onProgress: ({ done, phase }) => phase === 'import' && done === 250 && controller.abort(),
    })
    expect(errorsOf(report)).toEqual(['interrupted'])
    expect(report.created).toBe(250)
    // Its target is among the files that are left.
    expect(report.problems.map(({ code }) => code)).not.toContain('unresolved-link')
    const rest = await take()
    expect(rest).toMatchObject({ created: 30, unchanged: 250 })
    expect(rest.problems.map(({ code }) => code)).not.toContain('unresolved-link')
  })

  it('an export prints a new article in the style of the site, and it parses back', async () => {
    put('one')
    await take()
    const { subject } = await bySlug('one')
    await payload.create({
      collection: 'articles',
      data: {
        question: 'What is new?',
        answer: 'A\n\nB',
        subject,
        date: '2026-02-03',
        _status: 'published',
        slug: 'new',
      },
    })
    await give()
    expect(read('new')).toContain('question: >-\n    What is new?')
    expect(read('new')).toContain('answer: >-\n    A\\n\\nB')
    expect(await take()).toMatchObject({ created: 0, rejected: 0 })
    expect((await payload.count({ collection: 'answerbook-files' })).totalDocs).toBe(2)
  })

  it('an export includes drafts when asked', async () => {
    put('one')
    await take()
    const { id } = await bySlug('one')
    await payload.update({ collection: 'articles', id, draft: true, data: { author: 'Draft' } })
    const target = path.join(booted.folder, `drafts-${site}`)
    await give(target, { drafts: true })
    expect(read('one', target)).toContain('author: Draft')
  })
})
