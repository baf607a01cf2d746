import path from 'node:path'

import { afterAll, beforeAll, describe, expect, it } from 'vitest'

import { articleMapping } from '../../../collections/articleMapping.ts'
import { documentsOf } from '../../../src/documents/documents.ts'
import { exportFiles } from '../../../src/sync/export/exportFiles.ts'
import { importFiles } from '../../../src/sync/import/importFiles.ts'
import { makeTree } from '../../files/makeTree.ts'
import { articleText } from '../../fixtures/articleText.ts'
import { type BootedArticles, bootArticles } from '../../helpers/bootArticles.ts'
import { database, skipped } from '../../helpers/bootPayload.ts'
import { rest } from '../../helpers/rest.ts'

const words = (characters: number): string => 'word '.repeat(characters / 5).trim()

describe.skipIf(skipped())(`long texts, on ${database}`, () => {
  let opened: BootedArticles
  let options: Parameters<typeof importFiles>[0]
  beforeAll(async () => {
    opened = await bootArticles()
    const { folder, payload } = opened.booted
    options = { payload, mappings: [articleMapping], folder: path.join(folder, 'site') }
  })
  afterAll(() => opened.booted.close())

  const bySlug = async (slug: string) => {
    const [found] = await documentsOf(opened.booted.payload).find({
      collection: 'articles',
      where: { slug: { equals: slug } },
    })
    return found
  }

  it('long texts are imported, exported and imported again', async () => {
    const long = {
      answer: `answer: >-\n    ${words(300_000)}`,
      question: `question: >-\n    ${words(45_000)}?`,
      title: `title: >-\n    ${words(45_000)}?`,
      article_title: `article_title: >-\n    ${words(45_000)}?`,
      seo: `seo:\n  title: A\n  page_description: >-\n    ${words(45_000)}`,
    }
    await makeTree(options.folder, { 'learn/long/one.md': articleText('long', 'one', long) })
    expect(await importFiles(options)).toMatchObject({ created: 1, rejected: 0, problems: [] })
    const article = await bySlug('one')
    const edited = { answer: `${String(article?.answer)} The end.` }
    const { status } = await rest(opened.booted.config, `articles/${article?.id}?depth=0`, {
      as: 'editor',
      method: 'PATCH',
      body: edited,
    })
    expect(status).toBe(200)
    expect(await exportFiles(options)).toMatchObject({ written: 1, problems: [] })
    expect(await exportFiles(options)).toMatchObject({ written: 0, unchanged: 1, problems: [] })
    expect(await importFiles(options)).toMatchObject({ unchanged: 1, rejected: 0, problems: [] })
  })

  it.each([
    ['a line that is too long', words(530_000), /could not be read again/],
    ['lines that become one', '\n'.repeat(270_000), /could not be read again/],
    ['a file that is too large', `${'語'.repeat(100_000)}\n${'語'.repeat(300_000)}`, /bytes/],
  ])('texts that no file can contain are refused: %s', async (_name, answer, sentence) => {
    const { subject } = opened
    const body = { subject, question: 'Too long?', answer: `x${answer}x` }
    const as = 'editor' as const
    const made = await rest(opened.booted.config, 'articles?draft=true&depth=0', {
      as,
      method: 'POST',
      body: { ...body, answer: 'Short.' },
    })
    const doc: unknown = made.body.doc
    const id = typeof doc === 'object' && doc !== null && 'id' in doc ? String(doc.id) : ''
    for (const query of ['draft=true', 'draft=true&autosave=true', 'depth=0']) {
      const saved = await rest(opened.booted.config, `articles/${id}?${query}`, { as, method: 'PATCH', body })
      expect([saved.status, JSON.stringify(saved.body)]).toEqual([400, expect.stringMatching(sentence)])
      expect(JSON.stringify(saved.body)).toContain('"path":"answer"')
    }
  })
})
