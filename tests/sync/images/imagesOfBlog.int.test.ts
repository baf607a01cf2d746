import { mkdirSync, readFileSync, rmSync, writeFileSync } from 'node:fs'
import path from 'node:path'

import { createLocalReq, type UploadConfig } from 'payload'
import sharp from 'sharp'
import { afterEach, describe, expect, it } from 'vitest'

import { documentsOf, type StoredDocument } from '../../../src/documents/documents.ts'
import { unzip } from '../../../src/files/upload/unzip.ts'
import { auditFiles } from '../../../src/sync/audit/auditFiles.ts'
import { exportedFile } from '../../../src/sync/export/exportedFile.ts'
import { exportFiles } from '../../../src/sync/export/exportFiles.ts'
import { verifyFiles } from '../../../src/sync/export/verifyFiles.ts'
import { importedFile } from '../../../src/sync/import/importedFile.ts'
import { importFiles } from '../../../src/sync/import/importFiles.ts'
import { restoreImport } from '../../../src/sync/import/restoreImport.ts'
import { makeTree } from '../../files/makeTree.ts'
import {
  type Blog,
  bootBlog,
  type BlogOptions,
  postFields,
  postText,
  slugOf,
} from '../../helpers/bootBlog.ts'
import { database, skipped } from '../../helpers/bootPayload.ts'
import { filesUnder } from './filesUnder.ts'

const images = { collection: 'pictures', files: 'static/{filename}', url: '/{filename}' }

const picture = (background: string): Promise<Buffer> =>
  sharp({ create: { width: 40, height: 20, channels: 3, background } })
    .png()
    .toBuffer()

describe.skipIf(skipped())(`images of a third-party app, on ${database}`, () => {
  let blog: Blog | undefined
  afterEach(async () => {
    await blog?.close()
    blog = undefined
  })

  const boot = async ({ upload = {}, ...options }: BlogOptions & { upload?: UploadConfig } = {}) => {
    blog = await bootBlog({
      mapping: { images },
      collections: [
        {
          slug: 'pictures',
          upload: { mimeTypes: ['image/*'], ...upload },
          fields: [{ name: 'title', type: 'text' }],
        },
      ],
      ...options,
    })
    const { folder, mappings, payload } = blog
    const { config } = payload.collections[slugOf('pictures')]
    Object.assign(payload.config, { sharp })
    Object.assign(config.upload, { staticDir: path.join(folder, 'pictures') })
    const root = path.join(folder, 'site')
    return {
      payload,
      root,
      documents: documentsOf(payload),
      all: (collection: string): Promise<StoredDocument[]> =>
        documentsOf(payload).find({ collection, sort: 'id' }),
      put: (files: Record<string, string | Uint8Array>) => makeTree(root, files),
      take: (options: { set?: Record<string, string> } = {}) =>
        importFiles({ payload, mappings, folder: root, ...options }),
      give: (folder = root) => exportFiles({ payload, mappings, folder }),
      verify: () => verifyFiles({ payload, mappings, folder: root }),
    }
  }

  it('images travel in the body of files, in a collection with other fields', async () => {
    const { all, documents, give, put, root, take, verify } = await boot()
    const red = await picture('#f00')
    await put({
      'static/red.png': red,
      'posts/a.md': postText('A', { body: '![Red](/red.png)\r\n\r\nText.'.replaceAll('\r', '') }),
    })
    expect((await take()).problems).toEqual([])
    const [post] = await all('posts')
    expect(post?.content).toBe('![Red](/api/pictures/file/red.png)\n\nText.')
    const blue = await picture('#00f')
    const file = { data: blue, mimetype: 'image/png', name: 'blue.png', size: blue.length }
    await documents.create({ collection: 'pictures', data: {}, file })
    const content = `${String(post?.content)}\n\n![Blue](/api/pictures/file/blue.png)`
    await documents.update({
      collection: 'posts',
      id: post?.id ?? '',
      data: { content, _status: 'published' },
    })
    expect(await give()).toMatchObject({ written: 2, unchanged: 1, problems: [] })
    expect(readFileSync(path.join(root, 'posts/a.md'), 'utf8')).toContain(
      '![Red](/red.png)\n\nText.\n\n![Blue](/blue.png)',
    )
    expect(await verify()).toMatchObject({ identical: 3, different: 0, missing: 0, extra: 0 })
    expect(await take()).toMatchObject({ unchanged: 1, updated: 0, conflicts: 0, problems: [] })
  })

  it('an image that the collection converts keeps its bytes in the folder', async () => {
    const { all, documents, give, put, root, take, verify } = await boot({
      upload: { formatOptions: { format: 'webp' } },
    })
    await put({
      'static/red.png': await picture('#f00'),
      'static/again.png': await picture('#f00'),
      'posts/a.md': postText('A', { body: '![Red](/red.png)' }),
    })
    const before = filesUnder(root)
    await take()
    expect((await all('posts'))[0]?.content).toBe('![Red](/api/pictures/file/red.webp)')
    expect(await give()).toMatchObject({ written: 0, removed: 0, unchanged: 2, problems: [] })
    expect(await verify()).toMatchObject({ identical: 2, different: 0 })
    expect(filesUnder(root)).toEqual(before)
    await put({ 'posts/b.md': postText('B', { body: '![Red](/again.png)' }) })
    await take()
    expect(await all('pictures')).toHaveLength(1)
    const [picture1] = await all('pictures')
    await documents.update({ collection: 'pictures', id: picture1?.id ?? '', data: { title: 'Red' } })
    expect(await give()).toMatchObject({ written: 0, unchanged: 4 })
  })

  it('images are read from the storage of an adapter, and what it refuses is named', async () => {
    const stored = new Map<string, Buffer>()
    let isDown = false
    const { documents, give, put, root, take } = await boot({
      upload: {
        disableLocalStorage: true,
        handlers: [
          (_req, { params }) => {
            const bytes = stored.get(params.filename)
            return bytes && !isDown
              ? new Response(new Uint8Array(bytes))
              : new Response(null, { status: 503 })
          },
        ],
      },
    })
    await put({ 'posts/a.md': postText('A') })
    await take()
    const red = await picture('#f00')
    stored.set('red.png', red)
    const file = { data: red, mimetype: 'image/png', name: 'red.png', size: red.length }
    await documents.create({ collection: 'pictures', data: {}, file })
    const [post] = await documents.find({ collection: 'posts' })
    const data = { content: '![Red](/api/pictures/file/red.png)', _status: 'published' }
    await documents.update({ collection: 'posts', id: post?.id ?? '', data })
    expect(await give()).toMatchObject({ written: 2, problems: [] })
    expect(readFileSync(path.join(root, 'static/red.png'))).toEqual(red)
    isDown = true
    rmSync(path.join(root, 'static/red.png'))
    expect((await give()).problems).toMatchObject([
      {
        code: 'picture-not-exported',
        path: 'posts/a.md',
        message: 'An image of this text could not be exported. The storage responded with 503.',
      },
    ])
  })

  it('texts that were imported without the option get images when their files change', async () => {
    const { all, documents, give, payload, put, root, take, verify } = await boot()
    const plain = blog?.mappings.map(({ images: _, ...mapping }) => mapping) ?? []
    await put({
      'static/red.png': await picture('#f00'),
      'posts/a.md': postText('A', { body: '![Red](/red.png)' }),
      'posts/b.md': postText('B', { body: '![Red](/red.png)' }),
    })
    await importFiles({ payload, mappings: plain, folder: root })
    const before = filesUnder(root)
    expect(await give()).toMatchObject({ written: 0 })
    await put({ 'posts/a.md': postText('A', { body: '![Red](/red.png) changed' }) })
    expect((await take()).problems).toEqual([])
    expect((await all('posts')).map(({ content }) => content).sort()).toEqual([
      '![Red](/api/pictures/file/red.png) changed',
      '![Red](/red.png)',
    ])
    expect(await give()).toMatchObject({ written: 0, unchanged: 3 })
    expect(await verify()).toMatchObject({ identical: 3, different: 0 })
    expect(filesUnder(root)['posts/b.md']).toEqual(before['posts/b.md'])
    const [b] = await documents.find({ collection: 'posts', where: { slug: { equals: 'b' } } })
    const data = { content: '![Red](/red.png) edited', _status: 'published' }
    await documents.update({ collection: 'posts', id: b?.id ?? '', data })
    await give()
    expect(readFileSync(path.join(root, 'posts/b.md'), 'utf8')).toContain('![Red](/red.png) edited')
  })

  it('the Markdown view, the audit and a download show images as an export writes them', async () => {
    const { documents, payload, put, root, take } = await boot({ plugin: { canRun: () => true } })
    const red = await picture('#f00')
    await put({ 'static/red.png': red, 'posts/a.md': postText('A', { body: '![Red](/red.png)' }) })
    await take()
    const [mapping] = blog?.mappings ?? []
    const [post] = await documents.find({ collection: 'posts' })
    if (!mapping || !post) throw new Error('There is no post.')
    const req = await createLocalReq({}, payload)
    Object.assign(req, { user: { id: 1, collection: 'users', email: 'a@example.com' } })
    const base = readFileSync(path.join(root, 'posts/a.md'), 'utf8')
    expect(await exportedFile(req, mapping, post.id)).toEqual({ path: 'posts/a.md', text: base, base })
    expect(await importedFile(req, mapping, post.id)).toMatchObject({ changes: [] })
    const blue = await picture('#00f')
    const file = { data: blue, mimetype: 'image/png', name: 'blue.png', size: blue.length }
    const { id } = await documents.create({ collection: 'pictures', data: {}, file })
    const content = '![Red](/api/pictures/file/red.png) ![Blue](/api/pictures/file/blue.png)'
    await documents.update({ collection: 'posts', id: post.id, data: { content, _status: 'published' } })
    expect(await exportedFile(req, mapping, post.id)).toEqual({
      path: 'posts/a.md',
      text: base.replace('![Red](/red.png)', '![Red](/red.png) ![Blue](/blue.png)'),
      base,
    })
    expect(await auditFiles({ payload, mappings: [mapping] })).toMatchObject({ audited: 1, problems: [] })
    const answer = await blog?.ask('answerbook/export')
    expect(answer?.status).toBe(200)
    const zip = path.join(root, '..', 'download.zip')
    writeFileSync(zip, new Uint8Array((await answer?.arrayBuffer()) ?? new ArrayBuffer()))
    mkdirSync(`${root}-zip`)
    await unzip(zip, `${root}-zip`)
    expect(Object.keys(filesUnder(`${root}-zip`))).toEqual([
      'posts/a.md',
      'static/blue.png',
      'static/red.png',
    ])
    expect(readFileSync(path.join(`${root}-zip`, 'static/blue.png'))).toEqual(blue)
    await restoreImport(req, mapping, post.id)
    const [draft] = await documents.find({ collection: 'posts', draft: true })
    expect(draft?.content).toBe('![Red](/api/pictures/file/red.png)')
    await exportFiles({ payload, mappings: [mapping], folder: root })
    await documents.delete({ collection: 'pictures', id })
    expect((await auditFiles({ payload, mappings: [mapping] })).problems).toMatchObject([
      {
        code: 'picture-not-exported',
        path: 'posts/a.md',
        message:
          'An image of this text could not be exported. The CMS has no image /api/pictures/file/blue.png.',
      },
    ])
  })

  it('a text with a new image in the file and another sentence in the CMS is merged, in a draft as well', async () => {
    const { all, documents, give, put, root, take } = await boot()
    const body = (words: string, image: string) => `First ${words}.\n\n![x](/${image}.png)\n\nLast.`
    await put({
      'static/red.png': await picture('#f00'),
      'static/blue.png': await picture('#00f'),
      'posts/a.md': postText('A', { body: body('words', 'red') }),
    })
    await take()
    const [post] = await all('posts')
    const inCms = (words: string, image: string) =>
      body(words, image).replace(`/${image}.png`, `/api/pictures/file/${image}.png`)
    const id = post?.id ?? ''
    const data = { content: inCms('new words', 'red'), _status: 'published' }
    await documents.update({ collection: 'posts', id, data })
    const draft = { content: inCms('draft words', 'red'), _status: 'draft' }
    await documents.update({ collection: 'posts', id, data: draft, draft: true })
    await put({ 'posts/a.md': postText('A', { body: body('words', 'blue') }) })
    expect(await take()).toMatchObject({ merged: 1, conflicts: 0, problems: [] })
    expect((await all('posts'))[0]?.content).toBe(inCms('new words', 'blue'))
    const [latest] = await documents.find({ collection: 'posts', draft: true })
    expect(latest?.content).toBe(inCms('draft words', 'blue'))
    await give()
    expect(readFileSync(path.join(root, 'posts/a.md'), 'utf8')).toContain(body('new words', 'blue'))
  })

  it('tenants have images of their own at the same path', async () => {
    const { all, payload, root } = await boot({
      mapping: { images, within: 'tenant' },
      posts: {
        indexes: [{ fields: ['tenant', 'slug'], unique: true }],
        fields: [
          ...postFields().map((field) =>
            'name' in field && field.name === 'slug' ? { ...field, unique: false } : field,
          ),
          { name: 'tenant', type: 'text', required: true },
        ],
      },
    })
    const { mappings = [] } = blog ?? {}
    for (const [tenant, color] of [
      ['north', '#f00'],
      ['south', '#00f'],
    ] as const) {
      const folder = `${root}-${tenant}`
      await makeTree(folder, {
        'static/logo.png': await picture(color),
        'posts/a.md': postText('A', { body: '![x](/logo.png)' }),
      })
      const before = filesUnder(folder)
      const set = { tenant }
      expect((await importFiles({ payload, mappings, folder, set })).problems).toEqual([])
      for (const target of [folder, `${folder}-other`]) {
        expect((await exportFiles({ payload, mappings, folder: target, within: set })).problems).toEqual([])
        expect(filesUnder(target)).toEqual(before)
      }
    }
    expect((await all('posts')).map(({ content }) => content).sort()).toEqual([
      '![x](/api/pictures/file/logo-1.png)',
      '![x](/api/pictures/file/logo.png)',
    ])
  })

  it('images travel in every locale', async () => {
    const { all, give, put, root, take, verify } = await boot({
      locales: ['en', 'fr'],
      mapping: { images, files: 'posts/{slug}.{locale}.md', locales: ['en', 'fr'] },
      posts: {
        fields: postFields().map((field) =>
          'name' in field && field.name === 'content' ? { ...field, localized: true } : field,
        ),
      },
    })
    await put({
      'static/en.png': await picture('#f00'),
      'static/fr.png': await picture('#00f'),
      'posts/a.en.md': postText('A', { body: '![x](/en.png)' }),
      'posts/a.fr.md': postText('A', { body: '![x](/fr.png)' }),
    })
    const before = filesUnder(root)
    expect((await take()).problems).toEqual([])
    expect(await all('pictures')).toHaveLength(2)
    expect(await give()).toMatchObject({ written: 0, unchanged: 4, problems: [] })
    expect(await verify()).toMatchObject({ identical: 4, different: 0, missing: 0 })
    const other = `${root}-other`
    await give(other)
    expect(filesUnder(other)).toEqual(before)
  })
})
