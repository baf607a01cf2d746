import path from 'node:path'

import type { CollectionConfig } from 'payload'
import { afterAll, beforeAll, describe, expect, it } from 'vitest'

import { type DocumentId, documentsOf } from '../../src/documents/documents.ts'
import { relation } from '../../src/mapping/codecs/index.ts'
import { ConfigurationError } from '../../src/problems/ConfigurationError.ts'
import { exportFiles } from '../../src/sync/export/exportFiles.ts'
import { verifyFiles } from '../../src/sync/export/verifyFiles.ts'
import { importFiles } from '../../src/sync/import/importFiles.ts'
import { makeTree } from '../files/makeTree.ts'
import { type Blog, bootBlog, postFields, postText, slugOf } from '../helpers/bootBlog.ts'
import { database, skipped } from '../helpers/bootPayload.ts'

const tenants: CollectionConfig = {
  slug: 'tenants',
  fields: [{ name: 'name', type: 'text', required: true, unique: true }],
}

/** Posts whose slugs are unique within a tenant. */
const posts: Partial<CollectionConfig> = {
  indexes: [{ fields: ['tenant', 'slug'], unique: true }],
  fields: [
    ...postFields().filter((field) => !('name' in field && field.name === 'slug')),
    { name: 'slug', type: 'text', required: true },
    { name: 'tenant', type: 'relationship', relationTo: slugOf('tenants'), required: true },
    { name: 'rank', type: 'number' },
    { name: 'isListed', type: 'checkbox' },
    { name: 'notes', type: 'json' },
  ],
}

const tenantsOf = async ({ payload }: Blog): Promise<[DocumentId, DocumentId]> => {
  const make = async (name: string) =>
    (await documentsOf(payload).create({ collection: 'tenants', data: { name } })).id
  return [await make('north'), await make('south')]
}

describe.skipIf(skipped())(`tenants on ${database}`, () => {
  describe('tenants that are given for a run', () => {
    let blog: Blog
    let north: Record<string, string>
    let south: Record<string, string>
    const site = (name: string) => path.join(blog.folder, name)
    const all = () => documentsOf(blog.payload).find({ collection: 'posts', sort: 'createdAt' })
    beforeAll(async () => {
      blog = await bootBlog({ collections: [tenants], posts, mapping: { within: 'tenant' } })
      const [first, second] = await tenantsOf(blog)
      north = { tenant: String(first) }
      south = { tenant: String(second) }
      await makeTree(site('north'), { 'posts/hello.md': postText('Hello from the north') })
      await makeTree(site('south'), {
        'posts/hello.md': postText('Hello from the south'),
        'posts/more.md': postText('More'),
      })
    })
    afterAll(() => blog?.close())

    it('tenants may have files of the same name, with values that the files do not contain', async () => {
      const given = { ...north, rank: '3', isListed: 'true' }
      expect(await importFiles({ ...blog, folder: site('north'), set: given })).toMatchObject({
        created: 1,
        problems: [],
      })
      expect(await importFiles({ ...blog, folder: site('south'), set: south })).toMatchObject({
        created: 2,
        problems: [],
      })
      expect(await all()).toMatchObject([
        { slug: 'hello', title: 'Hello from the north', rank: 3, isListed: true },
        { slug: 'hello', title: 'Hello from the south' },
        { slug: 'more' },
      ])
    })

    it('later runs of a tenant only affect its own documents', async () => {
      expect(await importFiles({ ...blog, folder: site('north'), set: north })).toMatchObject({
        created: 0,
        unchanged: 1,
      })
      await makeTree(site('south'), { 'posts/hello.md': postText('Hello again from the south') })
      expect(await importFiles({ ...blog, folder: site('south'), set: south })).toMatchObject({
        created: 0,
        updated: 1,
        unchanged: 1,
        problems: [],
      })
      expect((await all()).map(({ title }) => title)).toEqual([
        'Hello from the north',
        'Hello again from the south',
        'More',
      ])
      for (const [folder, within] of [
        ['north', north],
        ['south', south],
      ] as const) {
        const report = await verifyFiles({ ...blog, folder: site(folder), within })
        expect(report).toMatchObject({ different: 0, missing: 0, extra: 0 })
        expect(await exportFiles({ ...blog, folder: site(folder), within })).toMatchObject({
          written: 0,
          removed: 0,
          problems: [],
        })
      }
    })

    it('a tenant only loses its own documents with --delete-missing', async () => {
      await makeTree(site('less'), { 'posts/more.md': postText('More') })
      const report = await importFiles({
        ...blog,
        folder: site('less'),
        set: south,
        deleteMissing: true,
        maxDelete: 100,
      })
      expect(report).toMatchObject({ deleted: 1, unchanged: 1 })
      expect((await all()).map(({ title }) => title)).toEqual(['Hello from the north', 'More'])
    })

    it.each<[string, () => Record<string, string>, RegExp]>([
      ['a missing tenant', () => ({}), /unique only within "tenant": set tenant=VALUE/],
      ['an unknown field', () => ({ ...north, owner: '1' }), /There is no field "owner"/],
      ['a field of the files', () => ({ ...north, title: 'x' }), /The files contain "title"/],
      ['a text for a number', () => ({ ...north, rank: 'first' }), /The field "rank" must be a number/],
      [
        'a text for a checkbox',
        () => ({ ...north, isListed: 'yes' }),
        /The field "isListed" must be true or false/,
      ],
      [
        'a field that no text can set',
        () => ({ ...north, notes: '{}' }),
        /The field "notes" is of type json/,
      ],
      [
        'a tenant that does not exist',
        () => ({ tenant: '424242' }),
        /"tenant" names no document of "tenants" by 424242/,
      ],
    ])(
      'values for a run are checked before anything is written: %s is refused by name',
      async (_, set, sentence) => {
        const refused = importFiles({ ...blog, folder: site('north'), set: set() })
        await expect(refused).rejects.toThrow(ConfigurationError)
        await expect(refused).rejects.toThrow(sentence)
        await expect(exportFiles({ ...blog, folder: site('out'), within: { rank: '1' } })).rejects.toThrow(
          'No mapping names "rank" as "within".',
        )
      },
    )
  })

  it('tenants in the front matter may use the same slug', async () => {
    const blog = await bootBlog({
      collections: [tenants],
      posts,
      mapping: {
        files: '{tenant.name}/{slug}.md',
        within: 'tenant',
        frontMatter: {
          title: 'title',
          tenant: { field: 'tenant', codec: relation({ collection: 'tenants', by: 'name' }) },
        },
        values: { rank: 7 },
      },
    })
    try {
      await tenantsOf(blog)
      const folder = path.join(blog.folder, 'site')
      const text = (tenant: string) => `---\ntitle: Hello\ntenant: ${tenant}\n---\n\nText.\n`
      await makeTree(folder, { 'north/hello.md': text('north'), 'south/hello.md': text('south') })
      expect(await importFiles({ ...blog, folder })).toMatchObject({ created: 2, problems: [] })
      await makeTree(folder, { 'south/hello.md': text('south').replace('Hello', 'Hello again') })
      expect(await importFiles({ ...blog, folder })).toMatchObject({ updated: 1, unchanged: 1 })
      expect(await verifyFiles({ ...blog, folder })).toMatchObject({ identical: 2, differences: [] })
      const found = await documentsOf(blog.payload).find({ collection: 'posts', sort: 'createdAt' })
      expect(found).toMatchObject([
        { title: 'Hello', rank: 7 },
        { title: 'Hello again', rank: 7 },
      ])
    } finally {
      await blog.close()
    }
  })

  it('tenants named by mappings are the only ones that their runs affect', async () => {
    const blog = await bootBlog({
      posts: {
        indexes: [{ fields: ['tenant', 'slug'], unique: true }],
        fields: [
          ...postFields().filter((field) => !('name' in field && field.name === 'slug')),
          { name: 'slug', type: 'text', required: true },
          { name: 'tenant', type: 'text', required: true },
          { name: 'layout', type: 'text' },
        ],
      },
      mapping: { within: 'tenant', values: { tenant: 'north', layout: 'wide' } },
    })
    try {
      const posts = documentsOf(blog.payload)
      const data = {
        title: 'Of the south',
        slug: 'hello',
        content: 'Text.',
        tenant: 'south',
        _status: 'published',
      }
      const other = await posts.create({ collection: 'posts', data })
      const folder = path.join(blog.folder, 'site')
      await makeTree(folder, { 'posts/hello.md': postText('Of the north') })
      expect(await importFiles({ ...blog, folder })).toMatchObject({ created: 1, problems: [] })
      // Editors may change a value that the mapping has given a new document.
      const own = { slug: { equals: 'hello' }, tenant: { equals: 'north' } }
      const [imported] = await posts.find({ collection: 'posts', where: own })
      await posts.update({ collection: 'posts', id: imported?.id ?? '', data: { layout: 'narrow' } })
      expect(await verifyFiles({ ...blog, folder })).toMatchObject({ identical: 1, different: 0, missing: 0 })
      expect(await exportFiles({ ...blog, folder: path.join(blog.folder, 'out') })).toMatchObject({
        written: 1,
        problems: [],
      })
      await makeTree(path.join(blog.folder, 'none'), { 'posts/other.md': postText('Other') })
      const options = { deleteMissing: true, maxDelete: 100 }
      expect(
        await importFiles({ ...blog, ...options, folder: path.join(blog.folder, 'none') }),
      ).toMatchObject({
        deleted: 1,
      })
      expect(await posts.findByID({ collection: 'posts', id: other.id })).toMatchObject({
        title: 'Of the south',
      })
    } finally {
      await blog.close()
    }
  })

  it('required tenants without a value are reported with a remedy', async () => {
    const blog = await bootBlog({
      collections: [tenants],
      posts: {
        ...posts,
        indexes: [],
        fields: [
          ...postFields(),
          { name: 'tenant', type: 'relationship', relationTo: slugOf('tenants'), required: true },
        ],
      },
    })
    try {
      const folder = path.join(blog.folder, 'site')
      await makeTree(folder, { 'posts/hello.md': postText('Hello') })
      expect(await importFiles({ ...blog, folder })).toMatchObject({
        rejected: 1,
        problems: [
          {
            code: 'invalid-document',
            message: '"tenant": This field is required.',
            remedy: expect.stringContaining('--set tenant=VALUE'),
          },
        ],
      })
    } finally {
      await blog.close()
    }
  })
})
