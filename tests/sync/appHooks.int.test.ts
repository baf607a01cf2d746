import { readFileSync } from 'node:fs'
import path from 'node:path'

import { APIError, type CollectionConfig } from 'payload'
import { afterEach, describe, expect, it } from 'vitest'

import { documentsOf } from '../../src/documents/documents.ts'
import { exportFiles } from '../../src/sync/export/exportFiles.ts'
import { verifyFiles } from '../../src/sync/export/verifyFiles.ts'
import { importFiles } from '../../src/sync/import/importFiles.ts'
import { fileRecordsOf } from '../../src/sync/records/fileRecords.ts'
import { makeTree } from '../files/makeTree.ts'
import { type Blog, bootBlog, postText } from '../helpers/bootBlog.ts'
import { database, skipped } from '../helpers/bootPayload.ts'

const files = {
  'posts/one.md': postText('One'),
  'posts/two.md': postText('Two', { date: '2024-05-01T10:00:00Z' }),
  'posts/three.md': postText('Three'),
}

const titleOf = (data: unknown): unknown =>
  typeof data === 'object' && data !== null ? Reflect.get(data, 'title') : undefined

describe.skipIf(skipped())(`hooks of an app on ${database}`, () => {
  let blog: Blog
  let site: string
  const boot = async (hooks: CollectionConfig['hooks'], transactions = true) => {
    blog = await bootBlog({
      posts: { hooks },
      plugin: { context: { skipMail: true } },
      transactions,
    })
    site = path.join(blog.folder, 'site')
    await makeTree(site, files)
  }
  afterEach(() => blog?.close())

  const run = () => importFiles({ ...blog, folder: site })
  const verify = () => verifyFiles({ ...blog, folder: site })
  const find = (collection: string, slug?: string) =>
    documentsOf(blog.payload).find({
      collection,
      sort: 'createdAt',
      ...(slug === undefined ? {} : { where: { slug: { equals: slug } } }),
    })
  const versions = () => documentsOf(blog.payload).findVersions({ collection: 'posts', sort: 'id' })

  it("hooks receive the context of a run, including the app's own", async () => {
    const seen: unknown[] = []
    await boot({ afterChange: [({ context }) => void seen.push({ ...context })] })
    await run()
    expect(seen).toHaveLength(3)
    for (const context of seen)
      expect(context).toMatchObject({ answerbook: 'import', disableRevalidate: true, skipMail: true })
  })

  describe.each([
    ['with transactions', true],
    ['without transactions', false],
  ])('failing hooks %s', (_, transactions) => {
    it('failing hooks are reported with collection, file and message; only that file is left out, and a second run completes it', async () => {
      let failures = 1
      await boot(
        {
          afterChange: [
            ({ doc }) => {
              if (titleOf(doc) !== 'Two' || failures === 0) return
              // The batch fails first, then the file alone.
              if (transactions && failures === 1) failures = 0.5
              else failures = 0
              throw new Error('Invariant: static generation store missing')
            },
          ],
        },
        transactions,
      )
      expect(await run()).toMatchObject({
        created: 2,
        rejected: 1,
        problems: [
          {
            severity: 'error',
            path: 'posts/two.md',
            code: 'hook-failed',
            message: 'A hook of "posts" failed: Invariant: static generation store missing',
          },
        ],
      })
      expect([(await find('posts')).length, (await find('answerbook-files')).length]).toEqual([2, 2])
      expect((await find('answerbook-runs')).at(-1)).toMatchObject({
        status: 'errors',
        problems: [{ code: 'hook-failed' }],
      })
      expect(await run()).toMatchObject({ created: 1, unchanged: 2, rejected: 0, problems: [] })
      expect(await verify()).toMatchObject({ identical: 3, differences: [] })
    })

    it('a document is unchanged if a hook fails for its file', async () => {
      let fails = false
      await boot(
        {
          afterChange: [
            () => {
              if (fails) throw new Error('down')
            },
          ],
        },
        transactions,
      )
      await run()
      const before = [await find('posts'), await versions()]
      await makeTree(site, { 'posts/two.md': postText('Two again', { body: 'More.' }) })
      fails = true
      expect(await run()).toMatchObject({ rejected: 1, unchanged: 2, problems: [{ code: 'hook-failed' }] })
      expect([await find('posts'), await versions()]).toEqual(before)
      fails = false
      expect(await run()).toMatchObject({ updated: 1, unchanged: 2, problems: [] })
      expect(await verify()).toMatchObject({ identical: 3 })
    })
  })

  it('a database error in a hook stops the run, and the history gives the reason', async () => {
    await boot({
      beforeChange: [
        ({ data }) => {
          throw Object.assign(new Error(`disk full at ${String(titleOf(data))}`), {
            name: 'MongoServerError',
          })
        },
      ],
    })
    await expect(run()).rejects.toThrow('disk full')
    expect((await find('answerbook-runs')).at(-1)).toMatchObject({
      status: 'failed',
      problems: [{ code: 'run-failed', message: expect.stringContaining('disk full') }],
    })
    expect(await find('posts')).toHaveLength(0)
  })

  it('an interrupted run without transactions is recognized by the next run, and an export keeps the files', async () => {
    await boot({}, false)
    const fileRecords = fileRecordsOf(blog.payload)
    const announce = (name: 'posts/one.md' | 'posts/two.md') =>
      fileRecords.announce({ mapping: { collection: 'posts' }, path: name, text: files[name] }, undefined)
    await announce('posts/one.md')
    await announce('posts/two.md')
    const data = { title: 'One', slug: 'one', content: 'Text.', _status: 'published' }
    await documentsOf(blog.payload).create({ collection: 'posts', data: { ...data, title: 'One, edited' } })
    expect(await exportFiles({ ...blog, folder: site })).toMatchObject({
      written: 0,
      removed: 0,
      problems: [{ path: 'posts/one.md', code: 'target-changed' }],
    })
    expect(await run()).toMatchObject({ created: 2, updated: 0, unchanged: 1, rejected: 0, problems: [] })
    expect(await verify()).toMatchObject({ identical: 2, differences: [{ path: 'posts/one.md' }] })
    await exportFiles({ ...blog, folder: site })
    const text = readFileSync(path.join(site, 'posts/one.md'), 'utf8')
    expect(text).toBe(files['posts/one.md'].replace('"One"', '"One, edited"'))
  })

  it('a hook that refuses a document rejects its file with its message', async () => {
    await boot({
      beforeChange: [
        ({ data }) => {
          if (titleOf(data) === 'Two') throw new APIError('No twos.', 409)
          return data
        },
      ],
    })
    expect(await run()).toMatchObject({
      created: 2,
      problems: [{ path: 'posts/two.md', code: 'invalid-document', message: 'No twos.' }],
    })
  })

  it('a hook that fails for a deletion keeps that document, and the others are deleted', async () => {
    let fails = false
    await boot({
      beforeDelete: [
        async ({ id, req }) => {
          const post = await documentsOf(req.payload).findByID({ collection: 'posts', id, req })
          if (fails && titleOf(post) === 'Two') throw new Error('keep it')
        },
      ],
    })
    await run()
    await makeTree(path.join(blog.folder, 'less'), { 'posts/one.md': files['posts/one.md'] })
    fails = true
    const gone = await importFiles({
      ...blog,
      folder: path.join(blog.folder, 'less'),
      deleteMissing: true,
      maxDelete: 100,
    })
    expect(gone).toMatchObject({ deleted: 1, problems: [{ path: 'posts/two.md', code: 'hook-failed' }] })
    expect(await find('posts')).toHaveLength(2)
  })

  describe('that fill in a value', () => {
    const fill: CollectionConfig['hooks'] = {
      beforeChange: [({ data }) => ({ ...data, date: data.date ?? new Date().toISOString() })],
    }
    const filled = ['posts/one.md', 'posts/three.md']

    it('a hook that fills in a value is a warning, and no unedited file changes', async () => {
      await boot(fill)
      const first = await run()
      expect(first).toMatchObject({ created: 3, rejected: 0 })
      expect(first.problems).toMatchObject(
        filled.map((file) => ({ severity: 'warning', path: file, code: 'changed-by-hook' })),
      )
      expect(first.problems[0]?.message).toContain('"date"')
      expect(await verify()).toMatchObject({ identical: 3, differences: [] })
      expect(await run()).toMatchObject({ created: 0, updated: 0, unchanged: 3, problems: [] })
      const out = path.join(blog.folder, 'out')
      await exportFiles({ ...blog, folder: out })
      for (const [file, text] of Object.entries(files))
        expect(readFileSync(path.join(out, file), 'utf8')).toBe(text)
    })

    it("a hook's value is kept when the file changes elsewhere", async () => {
      await boot(fill)
      await run()
      const dateOf = async () => (await find('posts', 'one'))[0]?.date
      const before = await dateOf()
      await makeTree(site, { 'posts/one.md': postText('One more') })
      expect(await run()).toMatchObject({ updated: 1, unchanged: 2, problems: [] })
      expect(await dateOf()).toBe(before)
      expect(await verify()).toMatchObject({ identical: 3 })
    })

    it("an edit of a hook's value is written to the file, and changes only that line", async () => {
      await boot(fill)
      await run()
      const [one] = await find('posts', 'one')
      await documentsOf(blog.payload).update({
        collection: 'posts',
        id: one?.id ?? '',
        data: { date: '2025-01-02T03:04:05.000Z', _status: 'published' },
      })
      await exportFiles({ ...blog, folder: site })
      const text = readFileSync(path.join(site, 'posts/one.md'), 'utf8')
      expect(text).toContain('2025-01-02T03:04:05')
      expect(text.replace(/^date: .*\n/m, '')).toBe(files['posts/one.md'])
      expect(await run()).toMatchObject({ updated: 0, unchanged: 3, problems: [] })
      expect(await verify()).toMatchObject({ identical: 3 })
    })

    it("a hook's value is replaced by a value that the file gets later", async () => {
      await boot(fill)
      await run()
      await makeTree(site, { 'posts/one.md': postText('One', { date: '2020-01-01T00:00:00Z' }) })
      expect(await run()).toMatchObject({ updated: 1, problems: [] })
      expect(await verify()).toMatchObject({ identical: 3 })
    })
  })
})
