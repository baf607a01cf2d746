import { readFileSync } from 'node:fs'
import path from 'node:path'

import { codecs, type Mapping } from 'answerbook'
import type { Field } from 'payload'
import { afterEach, describe, expect, it } from 'vitest'

import { documentsOf } from '../../../src/documents/documents.ts'
import type { Progress } from '../../../src/progress/phases.ts'
import { exportFiles } from '../../../src/sync/export/exportFiles.ts'
import { verifyFiles } from '../../../src/sync/export/verifyFiles.ts'
import { importFiles } from '../../../src/sync/import/importFiles.ts'
import { makeTree } from '../../files/makeTree.ts'
import { type Blog, bootBlog, postFields, slugOf } from '../../helpers/bootBlog.ts'
import { database, skipped } from '../../helpers/bootPayload.ts'

const related: Field = {
  name: 'related',
  type: 'relationship',
  relationTo: slugOf('posts'),
  hasMany: true,
  // Payload's website template prevents self-references like this. A new post has no id, and SQL does not match a null.
  filterOptions: ({ id }) => ({ id: { not_in: [id] } }),
}

const author: Field = { name: 'author', type: 'relationship', relationTo: slugOf('authors') }

const post = (title: string, line: string): string => `---\ntitle: ${title}\n${line}\n---\nText.\n`

const posts: Mapping = {
  collection: 'posts',
  files: 'posts/{slug}.md',
  key: 'slug',
  frontMatter: {
    title: 'title',
    related: { field: 'related', codec: codecs.relation({ collection: 'posts', by: 'slug', many: true }) },
    author: { field: 'author', codec: codecs.relation({ collection: 'authors', by: 'slug' }) },
  },
  body: 'content',
}

const authors: Mapping = {
  collection: 'authors',
  files: 'authors/{slug}.md',
  key: 'slug',
  frontMatter: { name: 'name' },
}

describe.skipIf(skipped())(`relations among files on ${database}`, () => {
  let blog: Blog
  let site: string
  const mappings = [posts, authors]
  const boot = async (files: Record<string, string>, transactions = true) => {
    blog = await bootBlog({
      collections: [{ slug: 'authors', fields: [{ name: 'name', type: 'text' }] }],
      posts: { fields: [...postFields(), related, author] },
      plugin: { mappings },
      transactions,
    })
    site = path.join(blog.folder, 'site')
    await makeTree(site, files)
  }
  afterEach(() => blog?.close())

  const run = () => importFiles({ payload: blog.payload, mappings, folder: site })
  const verify = () => verifyFiles({ payload: blog.payload, mappings, folder: site })
  const relatedTo = async (slug: string): Promise<unknown> => {
    const [found] = await documentsOf(blog.payload).find({
      collection: 'posts',
      depth: 1,
      where: { slug: { equals: slug } },
    })
    const named: unknown = found?.related
    return Array.isArray(named) ? named.map((one: unknown) => Object(one).slug) : named
  }
  const exported = async (file: string): Promise<string> => {
    const folder = path.join(blog.folder, 'out')
    await exportFiles({ payload: blog.payload, mappings, folder })
    return readFileSync(path.join(folder, file), 'utf8')
  }

  it.each([
    ['with transactions', true],
    ['without transactions', false],
  ])('relations are imported in any direction, %s', async (_, transactions) => {
    const files = {
      'posts/a.md': post('A', 'related: [b, c]'),
      'posts/b.md': post('B', 'related: [a]'),
      'posts/c.md': post('C', 'author: ada'),
      'authors/ada.md': '---\nname: Ada\n---\n',
    }
    await boot(files, transactions)
    const reported: Progress[] = []
    const onProgress = (progress: Progress): void => void reported.push(progress)
    expect(await importFiles({ payload: blog.payload, mappings, folder: site, onProgress })).toMatchObject({
      created: 4,
      updated: 0,
      rejected: 0,
      problems: [],
    })
    expect(reported).toContainEqual({ phase: 'relations', done: 2, total: 2 })
    expect(await relatedTo('a')).toEqual(['b', 'c'])
    expect(await relatedTo('b')).toEqual(['a'])
    expect(await run()).toMatchObject({ created: 0, updated: 0, unchanged: 4, problems: [] })
    expect(await verify()).toMatchObject({ identical: 4, different: 0 })
    expect(await exported('posts/a.md')).toBe(files['posts/a.md'])
  })

  it('a relation stays in the file while its target is missing, and is set when the target is imported', async () => {
    const files = { 'posts/a.md': post('A', 'related: [b]') }
    await boot(files)
    const missing = { path: 'posts/a.md', code: 'invalid-document' }
    expect(await run()).toMatchObject({ created: 1, rejected: 0, problems: [missing] })
    expect(await verify()).toMatchObject({ identical: 1, different: 0 })
    expect(await exported('posts/a.md')).toBe(files['posts/a.md'])
    expect(await run()).toMatchObject({ created: 0, rejected: 1, problems: [missing] })
    await makeTree(site, { 'posts/b.md': post('B', 'weight: 1') })
    expect(await run()).toMatchObject({ created: 1, updated: 1, rejected: 0, problems: [] })
    expect(await relatedTo('a')).toEqual(['b'])
    expect(await run()).toMatchObject({ unchanged: 2, problems: [] })
  })

  it('a file is rejected if nothing creates the document that it names', async () => {
    await boot({ 'posts/a.md': post('A', 'author: nobody') })
    const report = await run()
    expect(report).toMatchObject({
      created: 0,
      rejected: 1,
      problems: [{ path: 'posts/a.md', code: 'invalid-document' }],
    })
    expect(report.problems[0]?.message).toBe(
      'There is no document "nobody" in authors, which "author" names.',
    )
    expect(await documentsOf(blog.payload).find({ collection: 'posts' })).toEqual([])
  })

  it('a relation from an existing document to a new one counts as an update', async () => {
    await boot({ 'posts/a.md': post('A', 'weight: 1') })
    await run()
    await makeTree(site, { 'posts/a.md': post('A', 'related: [z]'), 'posts/z.md': post('Z', 'related: [a]') })
    expect(await run()).toMatchObject({ created: 1, updated: 1, rejected: 0, problems: [] })
    expect(await relatedTo('a')).toEqual(['z'])
    expect(await relatedTo('z')).toEqual(['a'])
  })
})
