import { existsSync, mkdirSync, readdirSync, readFileSync, rmSync, writeFileSync } from 'node:fs'
import path from 'node:path'

import type { Payload } from 'payload'
import { afterAll, beforeAll, beforeEach, describe, expect, it } from 'vitest'

import { articleMapping } from '../../../collections/articleMapping.ts'
import { exportFiles } from '../../../src/sync/export/exportFiles.ts'
import { verifyFiles } from '../../../src/sync/export/verifyFiles.ts'
import { importFiles } from '../../../src/sync/import/importFiles.ts'
import { articleText } from '../../fixtures/articleText.ts'
import { articlesOf } from '../../helpers/articlesOf.ts'
import { type Booted, bootPayload, database, skipped } from '../../helpers/bootPayload.ts'

describe.skipIf(skipped())(`what exports note on ${database}`, () => {
  let booted: Booted
  let payload: Payload
  let articles: ReturnType<typeof articlesOf>
  let root: string
  let site = 0

  const fileOf = (slug: string): string => path.join(root, `learn/test/${slug}.md`)
  const put = (slug: string, lines: Record<string, string | undefined> = {}): void => {
    mkdirSync(path.dirname(fileOf(slug)), { recursive: true })
    writeFileSync(fileOf(slug), articleText('test', slug, lines))
  }
  const read = (slug: string): string => readFileSync(fileOf(slug), 'utf8')
  const there = (): string[] =>
    readdirSync(path.join(root, 'learn/test'))
      .map((name) => name.replace(/\.md$/, ''))
      .sort()
  const take = (deleteMissing = false) =>
    importFiles({ payload, mappings: [articleMapping], folder: root, deleteMissing, maxDelete: 100 })
  const give = (drafts = false) => exportFiles({ payload, mappings: [articleMapping], folder: root, drafts })
  const idOf = async (slug: string): Promise<string> => {
    const where = { slug: { equals: slug } }
    const { docs } = await payload.find({ collection: 'articles', depth: 0, trash: true, where })
    return String(docs[0]?.id)
  }
  const subject = async (): Promise<string> =>
    String((await payload.find({ collection: 'subjects', where: { slug: { equals: 'test' } } })).docs[0]?.id)
  const inTrash = async (id: string): Promise<boolean> => Boolean((await articles.row(id)).deletedAt)

  beforeAll(async () => {
    booted = await bootPayload()
    payload = booted.payload
    articles = articlesOf(payload)
  })
  afterAll(() => booted?.close())
  beforeEach(async () => {
    for (const collection of ['articles', 'answerbook-files', 'answerbook-runs', 'redirects'] as const) {
      await payload.delete({ collection, where: { id: { exists: true } }, trash: true })
    }
    site += 1
    root = path.join(booted.folder, `site-${site}`)
    put('one')
    put('two')
    await take()
  })

  describe('a file that an export has left out', () => {
    it.each<[string, (id: string) => Promise<unknown>]>([
      ['is unpublished', (id) => articles.update(id, { _status: 'draft' })],
      [
        'is published again',
        async (id) => {
          await articles.update(id, { _status: 'draft' })
          await give()
          await articles.update(id, { _status: 'published' })
        },
      ],
      [
        'is back from the trash',
        async (id) => {
          await articles.update(id, { deletedAt: new Date().toISOString() })
          await give()
          await articles.update(id, { deletedAt: null })
          rmSync(fileOf('one'), { force: true })
        },
      ],
    ])('an omitted file does not count as missing if its article %s', async (state, change) => {
      const id = await idOf('one')
      await change(id)
      if (state === 'is unpublished') expect(await give()).toMatchObject({ removed: 1, problems: [] })
      expect(there()).toEqual(['two'])
      expect(await take(true)).toMatchObject({ deleted: 0, problems: [] })
      expect(await inTrash(id)).toBe(false)
    })

    it('an omitted file counts as missing once an export has written it, or an import has read it', async () => {
      const id = await idOf('one')
      await articles.update(id, { _status: 'draft' })
      await give()
      await articles.update(id, { _status: 'published' })
      await give()
      rmSync(fileOf('one'))
      expect(await take(true)).toMatchObject({ deleted: 1 })
      const two = await idOf('two')
      await articles.update(two, { _status: 'draft' })
      put('three')
      await take()
      await give()
      put('two')
      expect(await take(true)).toMatchObject({ deleted: 0, unchanged: 2 })
      rmSync(fileOf('two'))
      expect(await take(true)).toMatchObject({ deleted: 1 })
      expect(await inTrash(two)).toBe(true)
    })
  })

  describe('an export of drafts', () => {
    const makeDrafts = async (): Promise<void> => {
      await articles.saveDraft(await idOf('one'), { author: 'Draft' })
      await articles.draft({
        subject: await subject(),
        question: 'Never published?',
        answer: 'A',
        slug: 'never',
      })
    }

    it('an export of drafts recognizes its own files, even when the drafts change or move', async () => {
      await makeDrafts()
      expect(await give(true)).toMatchObject({ problems: [] })
      expect(read('one')).toContain('author: Draft')
      expect(there()).toEqual(['never', 'one', 'two'])
      expect(await give(true)).toMatchObject({ written: 0, removed: 0, problems: [] })
      await articles.saveDraft(await idOf('one'), { author: 'Another draft' })
      await articles.saveDraft(await idOf('never'), { slug: 'ever' })
      expect(await give(true)).toMatchObject({ written: 2, removed: 1, problems: [] })
      expect(read('one')).toContain('author: Another draft')
      expect(there()).toEqual(['ever', 'one', 'two'])
    })

    it('an export of drafts is undone by an export without drafts', async () => {
      await makeDrafts()
      await articles.saveDraft(await idOf('two'), { slug: 'moved' })
      await give(true)
      expect(there()).toEqual(['moved', 'never', 'one'])
      await articles.saveDraft(await idOf('never'), { slug: 'ever' })
      expect(await give()).toMatchObject({ problems: [] })
      expect(there()).toEqual(['one', 'two'])
      expect(read('one')).toBe(articleText('test', 'one'))
      expect(await verifyFiles({ payload, mappings: [articleMapping], folder: root })).toMatchObject({
        identical: 2,
        different: 0,
        extra: 0,
      })
      expect(await give(true)).toMatchObject({ problems: [] })
      expect(await give()).toMatchObject({ problems: [] })
    })

    it('importing an export of drafts publishes nothing, and loses nothing', async () => {
      await makeDrafts()
      await articles.saveDraft(await idOf('two'), { slug: 'moved' })
      await give(true)
      expect(await take(true)).toMatchObject({ created: 0, updated: 0, deleted: 0, problems: [] })
      expect(await articles.row(await idOf('one'))).toMatchObject({
        author: 'Answerbook',
        _status: 'published',
      })
      expect(await articles.row(await idOf('never'))).toMatchObject({ _status: 'draft' })
    })

    it('an export of drafts keeps what a person has changed in its files', async () => {
      await makeDrafts()
      await give(true)
      writeFileSync(fileOf('never'), `${read('never')}\nBy hand.\n`)
      expect(await give()).toMatchObject({
        problems: [{ code: 'target-changed', path: 'learn/test/never.md' }],
      })
      expect(read('never')).toContain('By hand.')
    })

    it('an import after an export of drafts continues with the published state', async () => {
      await makeDrafts()
      await give(true)
      const never = await idOf('never')
      await articles.update(never, { _status: 'published', slug: 'published' })
      expect(await give()).toMatchObject({ problems: [] })
      expect(there()).toEqual(['one', 'published', 'two'])
      expect(await take(true)).toMatchObject({ created: 0, rejected: 0, deleted: 0, problems: [] })
      expect((await payload.count({ collection: 'answerbook-files' })).totalDocs).toBe(3)
      await articles.update(never, { author: 'Later' })
      expect(await give()).toMatchObject({ written: 1, removed: 0, problems: [] })
    })

    it('an export of drafts writes no draft that an import would refuse, and keeps the file of its article', async () => {
      await articles.saveDraft(await idOf('one'), { question: '' })
      await articles.draft({ subject: await subject(), question: 'No answer?', slug: 'incomplete' })
      await articles.draft({ question: 'No subject?' })
      await articles.draft({})
      const report = await give(true)
      expect(report.problems.map(({ code, severity }) => `${severity} ${code}`)).toEqual(
        Array.from({ length: 3 }, () => 'warning incomplete-draft'),
      )
      expect(report.problems.map(({ message }) => message).sort()).toEqual([
        expect.stringContaining("An import would refuse its file: The key 'answer' is missing."),
        expect.stringContaining("An import would refuse its file: The key 'question' is missing."),
        expect.stringMatching(/^This draft has no file yet\. Document .* has no path/),
      ])
      expect(there()).toEqual(['one', 'two'])
      expect(read('one')).toBe(articleText('test', 'one'))
      expect(existsSync(fileOf('incomplete'))).toBe(false)
    })
  })

  describe('an export into a second folder', () => {
    const second = (): string => `${root}-second`
    const giveSecond = () =>
      exportFiles({ payload, mappings: [articleMapping], folder: second(), drafts: false })
    const inSecond = (slug: string): string => path.join(second(), `learn/test/${slug}.md`)
    const deliver = async (author: string): Promise<void> => {
      put('one', { author: `author: ${author}` })
      expect(await take()).toMatchObject({ updated: 1, conflicts: 0 })
    }

    it('an export replaces what an earlier one has written there before the base moved', async () => {
      expect(await giveSecond()).toMatchObject({ written: 2, problems: [] })
      await deliver('First')
      await deliver('Second')
      expect(await giveSecond()).toMatchObject({ written: 1, unchanged: 1, problems: [] })
      await articles.update(await idOf('one'), { author: 'Editor' })
      await give()
      await take()
      await deliver('Third')
      expect(await giveSecond()).toMatchObject({ written: 1, unchanged: 1, problems: [] })
      expect(readFileSync(inSecond('one'), 'utf8')).toBe(read('one'))
      expect(await give()).toMatchObject({ written: 0, problems: [] })
    })

    it('an export removes the files of articles that have been unpublished since the base moved', async () => {
      await giveSecond()
      await deliver('First')
      await articles.update(await idOf('one'), { _status: 'draft' })
      expect(await giveSecond()).toMatchObject({ removed: 1, problems: [] })
    })

    it('an export keeps what a person has changed there', async () => {
      await giveSecond()
      await deliver('First')
      writeFileSync(inSecond('one'), `${read('one')}\nBy hand.\n`)
      expect(await giveSecond()).toMatchObject({
        problems: [{ code: 'target-changed', path: 'learn/test/one.md' }],
      })
    })

    it('a former base does not count as exported, and needs no record of its own', async () => {
      const records = async (): Promise<number> =>
        (await payload.count({ collection: 'answerbook-files' })).totalDocs
      expect(await records()).toBe(2)
      await giveSecond()
      await deliver('First')
      await giveSecond()
      expect(await records()).toBe(2)
      // An old state that comes back is a change of the file.
      put('one')
      expect(await take()).toMatchObject({ updated: 1, conflicts: 0 })
      expect(await give()).toMatchObject({ written: 0, unchanged: 2, problems: [] })
    })
  })

  it('an export writes to the path of an article that has moved away', async () => {
    await articles.update(await idOf('one'), { slug: 'three' })
    await payload.delete({ collection: 'redirects', where: { id: { exists: true } } })
    await articles.update(await idOf('two'), { slug: 'one' })
    expect(await give()).toMatchObject({ written: 2, removed: 1, problems: [] })
    expect(there()).toEqual(['one', 'three'])
    expect(await give()).toMatchObject({ written: 0, removed: 0, problems: [] })
  })
})
