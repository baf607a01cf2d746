import { cpSync, mkdtempSync, rmSync } from 'node:fs'
import { tmpdir } from 'node:os'
import path from 'node:path'

import { afterAll, beforeAll, describe, expect, it } from 'vitest'

import { migrate, migrateDown } from '../../src/database/migrate.ts'
import { unresolvedLinksOf } from '../../src/mapping/links.ts'
import { type DocumentId, documentsOf } from '../../src/documents/documents.ts'
import { articlesOf } from '../helpers/articlesOf.ts'
import { type Booted, bootPayload, database, migrationsOf, skipped } from '../helpers/bootPayload.ts'

const files = [
  'learn/biology/how-do-enzymes-speed-up-chemical-reactions.md',
  'learn/biology/how-does-natural-selection-work.md',
  'learn/biology/what-is-osmosis-and-why-does-it-matter-to-cells.md',
  'learn/economics/what-is-opportunity-cost.md',
]

describe.skipIf(skipped())(`the import of the content folder as a migration on ${database}`, () => {
  let booted: Booted
  let root: string
  let articles: ReturnType<typeof articlesOf>
  beforeAll(async () => {
    root = mkdtempSync(path.join(tmpdir(), 'answerbook-content-'))
    for (const file of files) cpSync(path.resolve('content', file), path.join(root, file))
    booted = await bootPayload({ content: root })
    articles = articlesOf(booted.payload)
  })
  afterAll(async () => {
    await booted.close()
    rmSync(root, { force: true, recursive: true })
  })

  const all = (collection: string) =>
    documentsOf(booted.payload).find({ collection, trash: true, sort: 'id' })
  const imported = async (slug: string) => {
    const found = (await all('articles')).find((article) => article.slug === slug)
    if (!found) throw new Error(`There is no article ${slug}.`)
    return found
  }
  const enzymes = 'how-do-enzymes-speed-up-chemical-reactions'
  const selection = 'how-does-natural-selection-work'
  let own: DocumentId
  let loner: DocumentId

  it('the migration imports the files, in a batch of its own', async () => {
    expect(await all('articles')).toHaveLength(files.length)
    expect((await all('answerbook-files')).map((row) => row.path).sort()).toEqual(files)
    const done = (await all('payload-migrations')).sort((a, b) => Number(a.batch) - Number(b.batch))
    const last = done.at(-1)
    expect(last?.name).toMatch(/_import_content$/)
    expect(done.filter(({ batch }) => batch === last?.batch)).toHaveLength(1)
  })

  it('reverting the migration keeps everything that editors created', async () => {
    const [first, second] = [await imported(enzymes), await imported(selection)]
    const other = await articles.subject('of-an-editor')
    loner = (await articles.publish({ subject: other })).id
    const subject = first.subject
    own = (
      await articles.publish({
        subject,
        question: 'Made by an editor?',
        relatedArticles: [first.id, loner, second.id],
      })
    ).id
    await articles.update(second.id, { answer: 'Edited.', slug: 'moved' })
    expect(await all('redirects')).toHaveLength(1)

    const taken = await migrateDown(booted.payload, { migrations: await migrationsOf(database) })
    expect(taken).toEqual(['99999999_999999_import_content'])
    expect((await all('articles')).map(({ id }) => id).sort()).toEqual([own, loner].sort())
    const row = await articles.row(own)
    expect(row).toMatchObject({
      question: 'Made by an editor?',
      relatedArticles: [loner],
      _status: 'published',
    })
    expect(unresolvedLinksOf(row.unresolvedLinks).map(({ position, url }) => [position, url])).toEqual([
      [0, first.url],
      [2, '/learn/biology/questions/moved'],
    ])
    expect((await articles.latest(own)).relatedArticles).toEqual([loner])
    expect((await all('subjects')).map(({ slug }) => slug).sort()).toEqual(['biology', 'of-an-editor'])
    for (const collection of ['answerbook-files', 'answerbook-runs', 'redirects'])
      expect(await all(collection), collection).toEqual([])
    const versions = await booted.payload.countVersions({ collection: 'articles' })
    expect(versions.totalDocs).toBe(
      (await articles.versions(own)).length + (await articles.versions(loner)).length,
    )
  })

  it('repeating the migration imports the files again, and resolves the waiting links', async () => {
    expect(await migrate(booted.payload, { migrations: await migrationsOf(database) })).toEqual([
      '99999999_999999_import_content',
    ])
    expect(await all('articles')).toHaveLength(files.length + 2)
    const first = await imported(enzymes)
    const row = await articles.row(own)
    expect(row.relatedArticles).toEqual([first.id, loner])
    expect(unresolvedLinksOf(row.unresolvedLinks)).toMatchObject([{ position: 2 }])
    expect((await all('subjects')).filter(({ slug }) => slug === 'biology')).toHaveLength(1)
  })
})
