import { existsSync, readFileSync, rmSync } from 'node:fs'
import path from 'node:path'

import type { Payload } from 'payload'
import sharp from 'sharp'
import { afterAll, beforeAll, beforeEach, describe, expect, it, vi } from 'vitest'

import { articleMapping } from '../../../collections/articleMapping.ts'
import type { DocumentId } from '../../../src/documents/documents.ts'
import type { Mapping } from '../../../src/mapping/types.ts'
import { exportFiles } from '../../../src/sync/export/exportFiles.ts'
import { verifyFiles } from '../../../src/sync/export/verifyFiles.ts'
import { importFiles } from '../../../src/sync/import/importFiles.ts'
import type { ImportOptions } from '../../../src/sync/import/types.ts'
import { makeTree } from '../../files/makeTree.ts'
import { articleText } from '../../fixtures/articleText.ts'
import { articlesOf } from '../../helpers/articlesOf.ts'
import { type Booted, bootPayload, database, skipped } from '../../helpers/bootPayload.ts'
import { filesUnder } from './filesUnder.ts'

const mapping: Mapping = {
  ...articleMapping,
  images: {
    collection: 'media',
    files: 'static/images/{folders...}/{filename}',
    url: '/images/{folders...}/{filename}',
  },
}

const picture = (background: string, width = 60): Promise<Buffer> =>
  sharp({ create: { width, height: 20, channels: 3, background } })
    .png()
    .toBuffer()

const text = (slug: string, answer: string): string =>
  articleText('test', slug, { answer: `answer: >-\n    ${answer}`, id: undefined })

describe.skipIf(skipped())(`images of a content root, on ${database}`, () => {
  let booted: Booted
  let payload: Payload
  let articles: ReturnType<typeof articlesOf>
  let root: string
  let red: Buffer
  let blue: Buffer
  let site = 0
  beforeAll(async () => {
    booted = await bootPayload()
    payload = booted.payload
    articles = articlesOf(payload)
    red = await picture('#f00')
    blue = await picture('#00f')
  })
  afterAll(() => booted.close())

  const empty = async (): Promise<void> => {
    const all = ['articles', 'answerbook-files', 'answerbook-runs', 'redirects', 'media'] as const
    for (const collection of all)
      await payload.delete({ collection, where: { id: { exists: true } }, trash: true })
  }
  beforeEach(async () => {
    await empty()
    root = path.join(booted.folder, `site-${(site += 1)}`)
  })

  const put = (files: Record<string, string | Uint8Array>): Promise<void> => makeTree(root, files)
  const putArticles = (answers: Record<string, string>): Promise<void> =>
    put(
      Object.fromEntries(
        Object.entries(answers).map(([slug, answer]) => [`learn/test/${slug}.md`, text(slug, answer)]),
      ),
    )
  const take = (options: Partial<ImportOptions> = {}) =>
    importFiles({ payload, mappings: [mapping], folder: root, ...options })
  const give = (folder = root, options: { overwrite?: boolean } = {}) =>
    exportFiles({ payload, mappings: [mapping], folder, ...options })
  const verify = () => verifyFiles({ payload, mappings: [mapping], folder: root })
  const read = (file: string): Buffer => readFileSync(path.join(root, file))
  const article = async (slug: string): Promise<{ id: DocumentId; answer: string }> => {
    const { docs } = await payload.find({ collection: 'articles', where: { slug: { equals: slug } } })
    return { id: docs[0]?.id ?? '', answer: docs[0]?.answer ?? '' }
  }
  const edit = (slug: string, answer: string): Promise<unknown> =>
    article(slug).then(({ id }) => articles.update(id, { answer }))
  const upload = async (name: string, data: Buffer): Promise<{ id: string; url: string }> => {
    const file = { data, mimetype: 'image/png', name, size: data.length }
    const made = await payload.create({ collection: 'media', data: { alt: name }, file })
    return { id: made.id, url: made.url ?? '' }
  }
  const media = async () => (await payload.find({ collection: 'media', sort: 'filename' })).docs

  it('an image of a file becomes an upload, with its description, and the text shows the upload', async () => {
    await put({ 'static/images/cells/red cell.png': red, 'static/images/blue.png': blue })
    await putArticles({
      one: 'See ![A red cell](/images/cells/red%20cell.png).\\n\\n![](</images/blue.png>)',
      two: '<img src="/images/blue.png" alt="Blue"> and `![](/images/blue.png)`.',
    })
    const before = filesUnder(root)
    expect((await take()).problems).toEqual([])
    expect(await media()).toMatchObject([
      { filename: 'blue.png', alt: 'blue', width: 60 },
      { filename: 'red cell.png', alt: 'A red cell' },
    ])
    expect((await article('one')).answer).toBe(
      'See ![A red cell](/api/media/file/red%20cell.png).\n\n![](</api/media/file/blue.png>)',
    )
    expect((await article('two')).answer).toBe(
      '<img src="/api/media/file/blue.png" alt="Blue"> and `![](/images/blue.png)`.',
    )
    expect(await give()).toMatchObject({ written: 0, removed: 0, unchanged: 4, problems: [] })
    expect(await verify()).toMatchObject({ identical: 4, different: 0, missing: 0, extra: 0, problems: [] })
    expect(filesUnder(root)).toEqual(before)
    expect(await take()).toMatchObject({ unchanged: 2, problems: [] })
  })

  it('an uploaded image travels: export, import into an empty database and export again give the same files', async () => {
    await put({ 'static/images/red.png': red })
    await putArticles({ one: 'See ![A](/images/red.png).', two: 'Nothing.' })
    await take()
    const { url } = await upload('blue (1).png', blue)
    const { answer } = await article('one')
    await edit('one', `${answer}\n\nAnd ![B](${url}), ![C](http://localhost:3000${url}).`)
    expect(await verify()).toMatchObject({ identical: 2, different: 1, missing: 1 })
    expect(await give()).toMatchObject({ written: 2, unchanged: 2, problems: [] })
    const files = filesUnder(root)
    expect(Object.keys(files)).toEqual([
      'learn/test/one.md',
      'learn/test/two.md',
      'static/images/blue (1).png',
      'static/images/red.png',
    ])
    expect(read('static/images/blue (1).png')).toEqual(blue)
    expect(read('learn/test/one.md').toString()).toContain(
      'See ![A](/images/red.png).\\n\\nAnd ![B](/images/blue%20%281%29.png), ![C](/images/blue%20%281%29.png).',
    )
    expect(await give()).toMatchObject({ written: 0, unchanged: 4 })
    const other = path.join(booted.folder, `other-${site}`)
    await give(other)
    expect(filesUnder(other)).toEqual(files)
    await empty()
    expect(await take()).toMatchObject({ created: 2, problems: [] })
    expect((await media()).map(({ filename }) => filename)).toEqual(['blue (1).png', 'red.png'])
    expect(await verify()).toMatchObject({ identical: 4, different: 0, missing: 0 })
    rmSync(root, { recursive: true })
    await give()
    expect(filesUnder(root)).toEqual(files)
  })

  it('an image is found by its content: of an upload, under another name, and after a move', async () => {
    const { id, url } = await upload('Screen shot.png', red)
    await put({ 'static/images/cell.png': red, 'static/images/again.png': red })
    await putArticles({ one: '![Cell](/images/cell.png)', two: '![Cell](/images/again.png)' })
    await take()
    expect(await media()).toMatchObject([{ id }])
    expect([(await article('one')).answer, (await article('two')).answer]).toEqual([
      `![Cell](${url})`,
      `![Cell](${url})`,
    ])
    await edit('two', `![Cell](${url}) more`)
    await give()
    expect(read('learn/test/two.md').toString()).toContain('![Cell](/images/again.png) more')
    rmSync(path.join(root, 'static/images/cell.png'))
    await put({ 'static/images/b/moved.png': red })
    await putArticles({ one: '![Cell](/images/b/moved.png) moved' })
    expect((await take()).problems).toEqual([])
    expect(await media()).toMatchObject([{ id }])
    expect((await article('one')).answer).toBe(`![Cell](${url}) moved`)
    await edit('one', `![Cell](${url}) edited`)
    await give()
    expect(read('learn/test/one.md').toString()).toContain('![Cell](/images/b/moved.png) edited')
  })

  it('an image that is missing or refused is a warning at its place, and the text keeps its address', async () => {
    await put({ 'static/images/notes.png': 'No image.' })
    const answer = 'A ![x](/images/none.png)\\n\\n![y](/images/notes.png)'
    await putArticles({ one: answer, two: '![x](/images/none.png)' })
    const { problems } = await take()
    const line = text('one', answer).split('\n').indexOf('answer: >-') + 2
    expect(problems).toMatchObject([
      { path: 'learn/test/one.md', code: 'picture-missing', severity: 'warning', line, column: 12 },
      { path: 'learn/test/one.md', code: 'picture-not-imported', severity: 'warning', line },
      { path: 'learn/test/two.md', code: 'picture-missing', column: 10 },
    ])
    expect((await article('one')).answer).toBe('A ![x](/images/none.png)\n\n![y](/images/notes.png)')
    expect(await media()).toEqual([])
    expect(await give()).toMatchObject({ written: 0, unchanged: 2 })
  })

  it('an import that was cut off after an upload finds it again', async () => {
    await put({ 'static/images/red.png': red })
    await putArticles({ one: '![x](/images/red.png)' })
    const { db } = payload
    const create = db.create.bind(db)
    const broken = vi
      .spyOn(db, 'create')
      .mockImplementation((args) =>
        args.data.relationTo === 'media' ? Promise.reject(new Error('No connection.')) : create(args),
      )
    await expect(take()).rejects.toThrow('No connection.')
    broken.mockRestore()
    expect(await media()).toHaveLength(1)
    expect(await take()).toMatchObject({ created: 1, problems: [] })
    expect(await media()).toHaveLength(1)
    expect((await article('one')).answer).toBe('![x](/api/media/file/red.png)')
    expect(await verify()).toMatchObject({ identical: 2, different: 0, missing: 0 })
  })

  it('a dry run uploads nothing', async () => {
    await put({ 'static/images/red.png': red })
    await putArticles({ one: '![x](/images/red.png) ![y](/images/none.png)' })
    const codes = (await take({ dryRun: true })).problems.map(({ code }) => code)
    expect(codes).toEqual(['picture-missing'])
    expect(await media()).toEqual([])
    expect((await payload.count({ collection: 'answerbook-files' })).totalDocs).toBe(0)
  })

  it('a changed image of a changed file replaces the upload, unless both sides have changed', async () => {
    await put({ 'static/images/red.png': red })
    await putArticles({ one: '![x](/images/red.png)' })
    await take()
    const [before] = await media()
    await put({ 'static/images/red.png': blue })
    await putArticles({ one: '![x](/images/red.png) changed' })
    expect((await take()).problems).toEqual([])
    expect(await media()).toMatchObject([{ id: before?.id, url: before?.url, filesize: blue.length }])
    const green = await picture('#0f0')
    const file = { data: green, mimetype: 'image/png', name: 'green.png', size: green.length }
    await payload.update({ collection: 'media', id: before?.id ?? '', data: {}, file })
    await put({ 'static/images/red.png': await picture('#fff') })
    await putArticles({ one: '![x](/images/red.png) changed again' })
    expect((await take()).problems).toMatchObject([{ code: 'picture-conflict', path: 'learn/test/one.md' }])
    expect((await media())[0]?.filesize).toBe(green.length)
    expect(await give()).toMatchObject({
      written: 0,
      problems: [{ code: 'target-changed', path: 'static/images/red.png' }],
    })
    expect(await give(root, { overwrite: true })).toMatchObject({ written: 1, problems: [] })
    expect(read('static/images/red.png')).toEqual(green)
  })

  it('an image that was replaced in the CMS is written again', async () => {
    await put({ 'static/images/red.png': red })
    await putArticles({ one: '![x](/images/red.png)' })
    await take()
    const [known] = await media()
    const file = { data: blue, mimetype: 'image/png', name: 'blue.png', size: blue.length }
    await payload.update({ collection: 'media', id: known?.id ?? '', data: {}, file })
    expect(await verify()).toMatchObject({ identical: 1, different: 1 })
    expect(await give()).toMatchObject({ written: 1, unchanged: 1, problems: [] })
    expect(read('static/images/red.png')).toEqual(blue)
    await payload.update({ collection: 'media', id: known?.id ?? '', data: { alt: 'Blue' } })
    expect(await give()).toMatchObject({ written: 0, unchanged: 2, problems: [] })
  })

  it('an image whose name is taken in the folder gets another one', async () => {
    await put({ 'static/images/logo.png': blue })
    await putArticles({ one: 'One.', two: 'Two.' })
    await take()
    const { url } = await upload('logo.png', red)
    await edit('one', `![x](${url})`)
    await edit('two', `![x](${url})`)
    expect(await give()).toMatchObject({ written: 3, problems: [] })
    expect(read('static/images/logo.png')).toEqual(blue)
    expect(read('static/images/logo-1.png')).toEqual(red)
    expect(read('learn/test/two.md').toString()).toContain('![x](/images/logo-1.png)')
    expect(await take()).toMatchObject({ unchanged: 2 })
  })

  it('an image that no text shows any more is removed if an export has written it, and no other', async () => {
    await put({ 'static/images/red.png': red })
    await putArticles({ one: '![x](/images/red.png)' })
    await take()
    const { url } = await upload('blue.png', blue)
    await edit('one', `![x](${url})`)
    await give()
    expect(existsSync(path.join(root, 'static/images/blue.png'))).toBe(true)
    await take()
    await edit('one', 'Nothing.')
    expect(await verify()).toMatchObject({ extra: 1 })
    expect(await give()).toMatchObject({ written: 1, removed: 1, problems: [] })
    expect(Object.keys(filesUnder(root))).toEqual(['learn/test/one.md', 'static/images/red.png'])
    expect(await give()).toMatchObject({ written: 0, removed: 0 })
  })

  it('a size of an image travels as a file of its own', async () => {
    await putArticles({ one: 'One.' })
    await take()
    const wide = await picture('#abc', 900)
    await upload('wide.png', wide)
    const [made] = await media()
    const size = made?.sizes?.text
    await edit('one', `![x](${size?.url ?? ''})`)
    expect(await give()).toMatchObject({ written: 2, problems: [] })
    expect(Object.keys(filesUnder(root))).toEqual(['learn/test/one.md', `static/images/${size?.filename}`])
    await empty()
    expect(await take()).toMatchObject({ created: 1, problems: [] })
    expect(await verify()).toMatchObject({ identical: 2, different: 0, missing: 0 })
  })

  it('an image that the CMS no longer has is named with its article, and the text that nobody edited stays', async () => {
    await put({ 'static/images/red.png': red })
    await putArticles({ one: '![x](/images/red.png)', two: '![x](/api/media/file/gone.png)' })
    await take()
    const files = filesUnder(root)
    await payload.db.deleteMany({ collection: 'media', where: { id: { exists: true } } })
    const { problems, ...counts } = await give()
    expect(counts).toMatchObject({ written: 0, removed: 0 })
    expect(problems.map(({ code, path: file }) => [file, code]).sort()).toEqual([
      ['learn/test/one.md', 'picture-not-exported'],
      ['learn/test/two.md', 'picture-not-exported'],
    ])
    expect(filesUnder(root)).toEqual(files)
  })
})
