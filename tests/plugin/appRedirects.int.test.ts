import { mkdirSync, writeFileSync } from 'node:fs'
import path from 'node:path'

import type { CollectionConfig } from 'payload'
import { afterAll, beforeAll, beforeEach, describe, expect, it } from 'vitest'

import { ConfigurationError } from 'answerbook'

import { type DocumentId, documentsOf, type StoredDocument } from '../../src/documents/documents.ts'
import { exportFiles } from '../../src/sync/export/exportFiles.ts'
import { importFiles } from '../../src/sync/import/importFiles.ts'
import { type Blog, bootBlog, type BlogOptions, postFields, postText, slugOf } from '../helpers/bootBlog.ts'
import { database, skipped } from '../helpers/bootPayload.ts'

/** The collection of `@payloadcms/plugin-redirects` 3.90, copied since each version of it requires one exact Payload. */
const officialRedirects = (relationTo: string[], types?: string[]): CollectionConfig => ({
  slug: 'redirects',
  access: { read: () => true },
  fields: [
    { name: 'from', type: 'text', index: true, required: true, unique: true },
    {
      name: 'to',
      type: 'group',
      label: false,
      fields: [
        { name: 'type', type: 'radio', defaultValue: 'reference', options: ['reference', 'custom'] },
        {
          name: 'reference',
          type: 'relationship',
          relationTo: relationTo.map(slugOf),
          required: true,
          admin: { condition: (_, siblings) => siblings?.type === 'reference' },
        },
        {
          name: 'url',
          type: 'text',
          required: true,
          admin: { condition: (_, siblings) => siblings?.type === 'custom' },
        },
      ],
    },
    ...(types ? [{ name: 'type', type: 'select' as const, options: types, required: true }] : []),
  ],
})

const withRedirects = (redirects: CollectionConfig): BlogOptions => ({
  collections: [redirects, { slug: 'pages', fields: [] }],
  posts: { access: { read: ({ req }) => Boolean(req.user) || { _status: { equals: 'published' } } } },
  mapping: {
    frontMatter: { title: 'title', url: { template: '/blog/{slug}', field: 'url' } },
  },
})

describe.skipIf(skipped())(`redirects of the official plugin on ${database}`, () => {
  let blog: Blog
  beforeAll(async () => {
    blog = await bootBlog(withRedirects(officialRedirects(['pages', 'posts'], ['302', '301'])))
  })
  afterAll(() => blog?.close())
  beforeEach(async () => {
    for (const collection of ['posts', 'redirects'])
      await blog.payload.delete({ collection: slugOf(collection), where: { id: { exists: true } } })
  })

  const documents = () => documentsOf(blog.payload)
  const publish = (slug: string): Promise<StoredDocument> =>
    documents().create({ collection: 'posts', data: { title: slug, slug, _status: 'published' } })
  const move = (id: DocumentId, slug: string) =>
    documents().update({ collection: 'posts', id, data: { slug, _status: 'published' } })
  const redirects = () =>
    documents().find({ collection: 'redirects', depth: 0, pagination: false, sort: 'from' })
  const asked = async (from: string): Promise<unknown> =>
    (await blog.ask(`answerbook/redirect?path=${encodeURIComponent(from)}`)).json()

  it('a post that moves gets a redirect with the fields of the official plugin', async () => {
    const { id } = await publish('one')
    await move(id, 'two')
    expect(await redirects()).toEqual([
      expect.objectContaining({
        from: '/blog/one',
        to: expect.objectContaining({ type: 'reference', reference: { relationTo: 'posts', value: id } }),
        type: '301',
      }),
    ])
    expect(await asked('/blog/one')).toEqual({ location: '/blog/two', status: 301 })
  })

  it('redirects form no chains, and a URL that a post has again does not redirect', async () => {
    const { id } = await publish('one')
    await move(id, 'two')
    await move(id, 'three')
    expect((await redirects()).map(({ from }) => from)).toEqual(['/blog/one', '/blog/two'])
    for (const old of ['/blog/one', '/blog/two'])
      expect(await asked(old)).toEqual({ location: '/blog/three', status: 301 })
    await move(id, 'one')
    expect((await redirects()).map(({ from }) => from)).toEqual(['/blog/three', '/blog/two'])
  })

  it('redirects are removed with their post, and others are kept', async () => {
    const [one, other] = [await publish('one'), await publish('other')]
    await move(one.id, 'two')
    await move(other.id, 'another')
    await documents().delete({ collection: 'posts', id: one.id })
    expect((await redirects()).map(({ from }) => from)).toEqual(['/blog/other'])
  })

  it('redirects do not reveal a post that is no longer published', async () => {
    const { id } = await publish('one')
    await move(id, 'two')
    await documents().update({ collection: 'posts', id, data: { _status: 'draft' } })
    expect(await asked('/blog/one')).toEqual({
      errors: [{ message: 'There is no redirect from this path.' }],
    })
  })

  it('manual redirects are followed, with their own status', async () => {
    const to = { type: 'custom', url: 'https://example.org/' }
    for (const from of ['/away', '/slash/'])
      await documents().create({ collection: 'redirects', data: { from, to, type: '302' } })
    for (const sent of ['/away', '/away/', '/slash', '/slash/'])
      expect(await asked(sent)).toEqual({ location: 'https://example.org/', status: 302 })
  })

  it('redirects lead an import to a post that has moved', async () => {
    const { payload, mappings } = blog
    const folder = path.join(blog.folder, 'site')
    const old = path.join(folder, 'posts/one.md')
    mkdirSync(path.dirname(old), { recursive: true })
    writeFileSync(old, postText('One'))
    await importFiles({ payload, mappings, folder })
    const [{ id } = { id: '' }] = await documents().find({ collection: 'posts' })
    await move(id, 'two')
    expect(await exportFiles({ payload, mappings, folder })).toMatchObject({ written: 1, removed: 1 })
    writeFileSync(old, postText('One'))
    expect(await importFiles({ payload, mappings, folder })).toMatchObject({ created: 0 })
    expect(await documents().find({ collection: 'posts' })).toEqual([
      expect.objectContaining({ id, slug: 'two' }),
    ])
  })
})

describe.skipIf(skipped())(`an app's redirects on ${database}`, () => {
  it('redirects without a status field get no status', async () => {
    const blog = await bootBlog(withRedirects(officialRedirects(['posts'])))
    try {
      const documents = documentsOf(blog.payload)
      const data = { title: 'one', slug: 'one', _status: 'published' }
      const { id } = await documents.create({ collection: 'posts', data })
      await documents.update({ collection: 'posts', id, data: { slug: 'two' } })
      const [redirect] = await documents.find({ collection: 'redirects', depth: 0 })
      expect(redirect).toMatchObject({ from: '/blog/one', to: { reference: { value: id } } })
      expect(redirect).not.toHaveProperty('type')
    } finally {
      await blog.close()
    }
  })

  it.each<[string, CollectionConfig, string]>([
    [
      'cannot lead to posts',
      officialRedirects(['pages']),
      'Redirects in "redirects" cannot lead to posts. Add it to the option collections of redirectsPlugin().',
    ],
    [
      'are none',
      { slug: 'redirects', fields: [{ name: 'from', type: 'text' }] },
      'The collection "redirects" does not have the fields of redirects. Give the plugin another slug: slugs: { redirects: \'moved\' }.',
    ],
  ])('a collection of redirects is refused at start if it %s', async (_, redirects, sentence) => {
    const started = bootBlog(withRedirects(redirects))
    await expect(started).rejects.toThrow(ConfigurationError)
    await expect(started).rejects.toThrow(sentence)
  })

  it('a collection of redirects is ignored if no post has a URL', async () => {
    const blog = await bootBlog({
      collections: [{ slug: 'redirects', fields: [] }],
      posts: { fields: postFields() },
    })
    expect((await blog.ask('answerbook/redirect?path=/a')).status).toBe(404)
    await blog.close()
  })
})
