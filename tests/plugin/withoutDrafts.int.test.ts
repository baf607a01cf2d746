import type { CollectionConfig } from 'payload'
import { afterAll, beforeAll, describe, expect, it } from 'vitest'

import { documentsOf } from '../../src/documents/documents.ts'
import { type Blog, bootBlog, postFields } from '../helpers/bootBlog.ts'
import { database, skipped } from '../helpers/bootPayload.ts'

const versions: [string, CollectionConfig['versions']][] = [
  ['no versions', false],
  ['versions and no drafts', { drafts: false }],
]

describe.skipIf(skipped()).each(versions)(`a mapped collection with %s on ${database}`, (_, versions) => {
  let blog: Blog
  let posts: ReturnType<typeof documentsOf>
  beforeAll(async () => {
    blog = await bootBlog({
      posts: {
        versions,
        admin: { useAsTitle: 'title' },
        fields: postFields().filter((field) => !('name' in field && field.name === 'slug')),
      },
      mapping: {
        key: 'url',
        frontMatter: { title: 'title', url: { template: '/posts/{slug}', field: 'url' } },
        links: {
          prefix: 'related',
          field: 'related',
          unresolved: 'unresolved',
          block: { title: 'title', url: 'url' },
          key: 'url',
        },
      },
    })
    posts = documentsOf(blog.payload)
  })
  afterAll(() => blog?.close())

  const collection = 'posts'
  const create = (title: string, more: object = {}) =>
    posts.create({ collection, data: { title, content: 'Text.', ...more } })

  it('the collection gets slugs and URLs, and a redirect when one changes', async () => {
    const first = await create('A post')
    const second = await create('A post')
    expect([first.url, second.url]).toEqual(['/posts/a-post', '/posts/a-post-2'])
    const moved = await posts.update({ collection, id: second.id, data: { slug: 'elsewhere' } })
    expect(moved.url).toBe('/posts/elsewhere')
    expect(await posts.find({ collection: 'redirects' })).toMatchObject([{ from: '/posts/a-post-2' }])
  })

  it('the URL of a link is kept when its target is deleted, and resolved again', async () => {
    const target = await create('Target')
    const { id } = await create('Source', { related: [target.id] })
    await posts.delete({ collection, id: target.id })
    expect(await posts.findByID({ collection, id })).toMatchObject({
      related: [],
      unresolved: [{ url: '/posts/target' }],
    })
    const again = await create('Target')
    expect(await posts.findByID({ collection, id })).toMatchObject({ related: [again.id] })
  })

  it('a stale save is refused', async () => {
    const { id, updatedAt } = await create('Stale')
    await posts.update({ collection, id, data: { title: 'Newer' } })
    const stale = posts.update({ collection, id, data: { title: 'Older', _editing: { updatedAt } } })
    await expect(stale).rejects.toThrow(/Not saved\. This document was changed by someone else/)
  })
})
