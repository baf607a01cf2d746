import { mkdirSync, writeFileSync } from 'node:fs'
import path from 'node:path'

import type { AnswerbookOptions } from 'answerbook'
import type { PayloadRequest } from 'payload'
import { afterEach, describe, expect, it } from 'vitest'

import { documentsOf } from '../../src/documents/documents.ts'
import { exportFiles } from '../../src/sync/export/exportFiles.ts'
import { importFiles } from '../../src/sync/import/importFiles.ts'
import { type Blog, bootBlog, postText, slugOf } from '../helpers/bootBlog.ts'
import { database, skipped } from '../helpers/bootPayload.ts'

const slugs = {
  files: 'source-files',
  runs: 'sync-runs',
  links: 'link-index',
  changes: 'next-export',
  redirects: 'moved',
}

const urlMapping = { frontMatter: { title: 'title', url: { template: '/blog/{slug}', field: 'url' } } }

describe.skipIf(skipped())(`options of the plugin on ${database}`, () => {
  let blog: Blog
  afterEach(() => blog?.close())

  const boot = async (plugin: Partial<AnswerbookOptions> = {}, isPublic = false): Promise<Blog> =>
    (blog = await bootBlog({
      mapping: urlMapping,
      plugin,
      ...(isPublic ? { posts: { access: { read: () => true } } } : {}),
    }))

  const signIn = async (email: string) => {
    const body = JSON.stringify({ email, password: 'a-password-1' })
    await documentsOf(blog.payload).create({ collection: 'users', data: { email, password: 'a-password-1' } })
    const headers = { 'Content-Type': 'application/json' }
    const answer: { token?: unknown } = await (
      await blog.ask('users/login', { method: 'POST', body, headers })
    ).json()
    const signedIn = { ...headers, Authorization: `JWT ${String(answer.token)}` }
    return async (target: string, method = 'GET', data?: object): Promise<number> => {
      const init = { method, headers: signedIn, ...(data ? { body: JSON.stringify(data) } : {}) }
      return (await blog.ask(target, init)).status
    }
  }

  const visit = async (target: string, method = 'GET'): Promise<number> =>
    (await blog.ask(target, { method })).status

  it('collections with other slugs work in the same way', async () => {
    const { folder, mappings, payload } = await boot({ slugs }, true)
    const root = path.join(folder, 'site')
    mkdirSync(path.join(root, 'posts'), { recursive: true })
    writeFileSync(path.join(root, 'posts/one.md'), postText('One'))
    expect(await importFiles({ payload, mappings, folder: root })).toMatchObject({ created: 1, problems: [] })
    const documents = documentsOf(payload)
    const [post] = await documents.find({ collection: 'posts' })
    await documents.update({ collection: 'posts', id: post?.id ?? '', data: { slug: 'two' } })
    expect(await exportFiles({ payload, mappings, folder: root })).toMatchObject({ written: 1, removed: 1 })
    const counts = [slugs.files, slugs.runs, slugs.redirects].map((name) =>
      payload.count({ collection: slugOf(name) }).then(({ totalDocs }) => totalDocs),
    )
    expect(await Promise.all(counts)).toEqual([2, 2, 1])
    expect(await visit('answerbook/redirect?path=/blog/one')).toBe(200)
    expect(Object.keys(payload.collections)).toEqual(expect.arrayContaining(Object.values(slugs)))
    for (const name of [
      'answerbook-files',
      'answerbook-runs',
      'answerbook-links',
      'answerbook-changes',
      'redirects',
    ])
      expect(payload.collections).not.toHaveProperty(name)
  })

  it.each(['files', 'runs', 'links', 'changes'] as const)(
    'a slug that the app already has is refused for %s',
    async (part) => {
      const taken = { slug: `answerbook-${part}`, fields: [] }
      await expect(bootBlog({ collections: [taken] })).rejects.toThrow(
        `The app already has a collection "answerbook-${part}". Give the plugin another slug: slugs: { ${part}: 'other-answerbook-${part}' }.`,
      )
      blog = await bootBlog({
        collections: [taken],
        plugin: { slugs: { [part]: `other-answerbook-${part}` } },
      })
      expect(blog.payload.collections).toHaveProperty(`other-answerbook-${part}`)
    },
  )

  it('overrides change the collections that the plugin adds', async () => {
    const seen: string[] = []
    await boot({
      overrides: {
        redirects: {
          access: { read: () => true },
          admin: { group: 'System' },
          fields: ({ defaultFields }) => [...defaultFields, { name: 'note', type: 'text' }],
          hooks: { afterChange: [({ doc }) => void seen.push(String(doc.note))] },
        },
      },
    })
    const ask = await signIn('user@example.com')
    expect(await ask('redirects', 'POST', { from: '/a', to: '/b', note: 'by hand' })).toBe(201)
    expect(seen).toEqual(['by hand'])
    expect(await visit('redirects')).toBe(200)
    expect(await visit('redirects', 'POST')).toBe(403)
    // The hooks of the plugin stay.
    expect(await ask('redirects', 'POST', { from: '/c', to: '/c' })).toBe(400)
    const { admin } = blog.payload.collections[slugOf('redirects')].config
    expect(admin).toMatchObject({ group: 'System', useAsTitle: 'from' })
  })

  it('in an app without roles, every signed-in user may edit, and nobody may run imports', async () => {
    await boot()
    const ask = await signIn('user@example.com')
    expect(await visit('redirects')).toBe(403)
    expect(await ask('redirects')).toBe(200)
    expect(await ask('posts', 'POST', { title: 'One', slug: 'one', _status: 'published' })).toBe(201)
    const [post] = await documentsOf(blog.payload).find({ collection: 'posts' })
    expect(await ask(`posts/${post?.id}`, 'PATCH', { slug: 'two' })).toBe(200)
    // Visitors may not read posts, so redirects do not reveal their URLs.
    expect(await visit('answerbook/redirect?path=/blog/one')).toBe(404)
    for (const target of ['answerbook/import', 'answerbook/export']) {
      expect([target, await visit(target, 'POST')]).toEqual([target, 401])
      expect([target, await ask(target, 'POST')]).toEqual([target, 403])
    }
    expect(await ask('answerbook-runs')).toBe(403)
  })

  it('users and schedulers admitted by canRun may run imports', async () => {
    await boot({ canRun: ({ req }) => req.headers.get('x-secret') === 'secret' })
    const answer = await blog.ask('answerbook/export', { method: 'POST', headers: { 'x-secret': 'secret' } })
    expect(answer.status).toBe(200)
    await answer.arrayBuffer()
    expect(await documentsOf(blog.payload).find({ collection: 'answerbook-runs' })).toEqual([
      expect.objectContaining({ kind: 'export', status: 'done', trigger: 'admin' }),
    ])
  })

  describe('with policies of the app', () => {
    const isEditor = ({ req }: { req: PayloadRequest }): boolean => req.user?.email === 'editor@example.com'
    const policies = { isEditor, isStaff: ({ req }: { req: PayloadRequest }) => Boolean(req.user) }
    const post = (slug: string) => ({ title: slug, slug, _status: 'published' })

    it('with policies of the app, only editors may publish', async () => {
      await boot({ policies })
      const [editor, writer] = [await signIn('editor@example.com'), await signIn('writer@example.com')]
      expect(await editor('posts', 'POST', post('one'))).toBe(201)
      expect(await writer('posts', 'POST', post('two'))).toBe(403)
      expect(await writer('redirects', 'POST', { from: '/a', to: '/b' })).toBe(403)
      expect(await writer('redirects')).toBe(200)
    })

    it('everybody may publish in a collection without approval', async () => {
      await boot({ policies, collections: { posts: { approval: false } } })
      const writer = await signIn('writer@example.com')
      expect(await writer('posts', 'POST', post('two'))).toBe(201)
    })
  })
})
