import { mkdirSync, readFileSync, writeFileSync } from 'node:fs'
import path from 'node:path'

import type { Payload } from 'payload'
import { afterAll, beforeAll, beforeEach, describe, expect, it } from 'vitest'

import { articleMapping } from '../../../collections/articleMapping.ts'
import { exportFiles } from '../../../src/sync/export/exportFiles.ts'
import { importFiles } from '../../../src/sync/import/importFiles.ts'
import type { ImportOptions } from '../../../src/sync/import/types.ts'
import { articleText } from '../../fixtures/articleText.ts'
import { type Booted, bootPayload, database, skipped } from '../../helpers/bootPayload.ts'

type Lines = Record<string, string | undefined>

const answer = (text: string): string => `answer: >-\n    ${text}`
const author = (name: string): string => `author: ${name}`
const linkTo = (number: number, slug: string): string =>
  `related_article${number}:\n    id: 1\n    title: >-\n        A title\n    subject: Test\n    url: /learn/test/questions/${slug}`

const known = String.raw`First sentence. Second sentence.\n\nA second paragraph.`

describe.skipIf(skipped())(`files that changed on both sides, on ${database}`, () => {
  let booted: Booted
  let payload: Payload
  let root: string
  let site = 0

  const put = (slug: string, lines: Lines = {}): void => {
    const file = path.join(root, `learn/test/${slug}.md`)
    mkdirSync(path.dirname(file), { recursive: true })
    writeFileSync(file, articleText('test', slug, lines))
  }
  const read = (slug: string): string => readFileSync(path.join(root, `learn/test/${slug}.md`), 'utf8')
  const take = (options: Partial<ImportOptions> = {}) =>
    importFiles({ payload, mappings: [articleMapping], folder: root, ...options })
  const give = () => exportFiles({ payload, mappings: [articleMapping], folder: root })
  const bySlug = async (slug: string, draft = false) => {
    const { docs } = await payload.find({
      collection: 'articles',
      draft,
      depth: 0,
      where: { slug: { equals: slug } },
    })
    const [article] = docs
    if (!article) throw new Error(`There is no article ${slug}.`)
    return article
  }
  const edit = async (slug: string, data: Record<string, unknown>, draft = false): Promise<void> => {
    const { id } = await bySlug(slug)
    await payload.update({ collection: 'articles', id, data, draft })
  }

  beforeAll(async () => {
    booted = await bootPayload()
    payload = booted.payload
  })
  afterAll(() => booted?.close())
  beforeEach(async () => {
    for (const collection of ['articles', 'answerbook-files', 'answerbook-runs', 'redirects'] as const)
      await payload.delete({ collection, where: { id: { exists: true } }, trash: true })
    site += 1
    root = path.join(booted.folder, `site-${site}`)
    mkdirSync(root)
  })

  it('merges different fields, and exports the edit into the new delivery', async () => {
    put('one', { answer: answer(known) })
    await take()
    await edit('one', { author: 'An editor' })
    const delivered = { answer: answer(String.raw`New.\n\nAnswer.`) }
    put('one', delivered)
    expect(await take({ dryRun: true })).toMatchObject({ merged: 1, conflicts: 0 })
    expect(await take()).toMatchObject({ merged: 1, updated: 0, conflicts: 0, rejected: 0, problems: [] })
    expect(await bySlug('one')).toMatchObject({
      author: 'An editor',
      answer: 'New.\n\nAnswer.',
      _status: 'published',
    })
    await give()
    expect(read('one')).toBe(articleText('test', 'one', { ...delivered, author: author('An editor') }))
    expect(await take()).toMatchObject({ unchanged: 1, merged: 0 })
  })

  it('merges two sentences of one answer, and links that both sides have added', async () => {
    for (const slug of ['two', 'three', 'four']) put(slug)
    put('one', { answer: answer(known), links: linkTo(1, 'two') })
    await take()
    const [one, three] = [await bySlug('one'), await bySlug('three')]
    await edit('one', {
      answer: known.replaceAll('\\n', '\n').replace('Second', 'Our second'),
      relatedArticles: [...(one.relatedArticles ?? []), three.id],
    })
    put('one', {
      answer: answer(known.replace('A second', 'Their second')),
      links: `${linkTo(1, 'two')}\n${linkTo(2, 'four')}`,
    })
    expect(await take()).toMatchObject({ merged: 1, conflicts: 0 })
    const four = await bySlug('four')
    expect(await bySlug('one')).toMatchObject({
      answer: 'First sentence. Our second sentence.\n\nTheir second paragraph.',
      relatedArticles: [...(one.relatedArticles ?? []), three.id, four.id],
    })
  })

  it('keeps the CMS value of a conflict, takes the other fields, and reports both values once', async () => {
    put('one', { answer: answer(known) })
    await take()
    await edit('one', { author: 'An editor' })
    put('one', { answer: answer('New.'), author: author('The file') })
    const report = await take()
    expect(report).toMatchObject({ conflicts: 1, merged: 0, rejected: 0 })
    expect(report.problems).toMatchObject([
      { code: 'conflict', severity: 'error', path: 'learn/test/one.md' },
    ])
    expect(report.problems[0]?.message).toContain('The file says "The file", the CMS says "An editor".')
    expect(await bySlug('one')).toMatchObject({ author: 'An editor', answer: 'New.' })
    expect(await take()).toMatchObject({ conflicts: 0, unchanged: 1, problems: [] })
    await give()
    expect(read('one')).toBe(
      articleText('test', 'one', { answer: answer('New.'), author: author('An editor') }),
    )
  })

  it.each([
    ['file', 'The file', 'updated'],
    ['cms', 'An editor', 'unchanged'],
  ] as const)('settles conflicts for the %s', async (takeConflicts, expected, outcome) => {
    put('one')
    await take()
    await edit('one', { author: 'An editor' })
    put('one', { author: author('The file') })
    expect(await take({ takeConflicts })).toMatchObject({ [outcome]: 1, conflicts: 0, problems: [] })
    expect(await bySlug('one')).toMatchObject({ author: expected })
    await give()
    expect(read('one')).toBe(articleText('test', 'one', { author: author(expected) }))
  })

  it('settles conflicts of an earlier import when a side is chosen', async () => {
    put('one')
    await take()
    await edit('one', { author: 'An editor' })
    put('one', { author: author('The file') })
    expect(await take()).toMatchObject({ conflicts: 1 })
    put('one', { author: author('The file'), answer: answer('New.') })
    expect(await take()).toMatchObject({ merged: 1, conflicts: 0, problems: [] })
    expect(await take({ takeConflicts: 'file' })).toMatchObject({ updated: 1, problems: [] })
    expect(await bySlug('one')).toMatchObject({ author: 'The file', answer: 'New.' })
    expect(await take({ takeConflicts: 'file' })).toMatchObject({ updated: 0, unchanged: 1 })
  })

  it('forgets a conflict for which the CMS is chosen', async () => {
    put('one')
    await take()
    await edit('one', { author: 'An editor' })
    put('one', { author: author('The file') })
    await take()
    expect(await take({ takeConflicts: 'cms' })).toMatchObject({ unchanged: 1, problems: [] })
    expect(await take({ takeConflicts: 'file' })).toMatchObject({ updated: 0, unchanged: 1 })
    expect(await bySlug('one')).toMatchObject({ author: 'An editor' })
  })

  it('leaves a document alone that was not made from the file, unless a side is chosen', async () => {
    put('one')
    await take()
    await payload.delete({ collection: 'answerbook-files', where: { id: { exists: true } } })
    put('one', { author: author('The file') })
    expect(await take()).toMatchObject({ conflicts: 1, rejected: 0 })
    expect(await take()).toMatchObject({ conflicts: 1, rejected: 0 })
    expect(await take({ takeConflicts: 'file' })).toMatchObject({ updated: 1, problems: [] })
    expect(await bySlug('one')).toMatchObject({ author: 'The file' })
  })

  it('merges into a draft on top, which stays a draft with the edits of its own', async () => {
    put('one', { answer: answer(known) })
    await take()
    await edit('one', { author: 'A draft', _status: 'draft' }, true)
    put('one', { answer: answer('New.') })
    expect(await take()).toMatchObject({ updated: 1, problems: [] })
    expect(await bySlug('one')).toMatchObject({ answer: 'New.', _status: 'published' })
    expect(await bySlug('one', true)).toMatchObject({ answer: 'New.', author: 'A draft', _status: 'draft' })
    put('one', { answer: answer('New.'), author: author('The file') })
    const report = await take()
    expect(report.problems).toMatchObject([{ code: 'conflict', severity: 'warning' }])
    expect(report.problems[0]?.message).toContain('The draft keeps its value.')
    expect(await bySlug('one')).toMatchObject({ author: 'The file' })
    expect(await bySlug('one', true)).toMatchObject({ author: 'A draft', _status: 'draft' })
  })

  it('reports a conflict once if a draft on top has it too', async () => {
    put('one')
    await take()
    await edit('one', { author: 'An editor' })
    await edit('one', { question: 'A draft?', _status: 'draft' }, true)
    put('one', { author: author('The file'), answer: answer('New.') })
    const { problems } = await take()
    expect(problems).toMatchObject([{ code: 'conflict', severity: 'error' }])
    expect(await bySlug('one', true)).toMatchObject({
      author: 'An editor',
      answer: 'New.',
      question: 'A draft?',
    })
  })

  it('keeps an unpublished article unpublished', async () => {
    put('one')
    await take()
    await edit('one', { _status: 'draft', author: 'An editor' })
    put('one', { answer: answer('New.') })
    expect(await take()).toMatchObject({ merged: 1, problems: [] })
    expect(await bySlug('one')).toMatchObject({ answer: 'New.', author: 'An editor', _status: 'draft' })
  })
})
