import { readFileSync } from 'node:fs'
import { rm } from 'node:fs/promises'
import path from 'node:path'

import { codecs, markdownField } from 'answerbook'
import fc from 'fast-check'
import { type CollectionConfig, createLocalReq } from 'payload'
import { afterEach, describe, expect, it, vi } from 'vitest'

import { documentsOf, isRecord } from '../../src/documents/documents.ts'
import { auditFiles } from '../../src/sync/audit/auditFiles.ts'
import { verifyFiles } from '../../src/sync/export/verifyFiles.ts'
import type { BlogOptions } from '../helpers/bootBlog.ts'
import { revertImportMigration } from '../../src/sync/import/revertImportMigration.ts'
import { database, skipped } from '../helpers/bootPayload.ts'
import { bootLanguages, type Languages, openAccess } from '../helpers/languages.ts'

const locales = ['en', 'de', 'fr']

const posts: Partial<CollectionConfig> = {
  trash: true,
  access: openAccess,
  fields: [
    { name: 'title', type: 'text', required: true, localized: true },
    { name: 'slug', type: 'text', required: true, unique: true },
    { name: 'date', type: 'date' },
    { name: 'tags', type: 'text', hasMany: true, localized: true },
    { ...markdownField({ name: 'content' }), localized: true },
    // A field that the files do not contain.
    { name: 'note', type: 'text', localized: true },
  ],
}

const mapping = {
  files: ['posts/{slug}.md', 'posts/{slug}.{locale}.md'],
  locales,
  frontMatter: {
    title: 'title',
    date: { field: 'date', codec: codecs.dateTime },
    tags: { field: 'tags', codec: codecs.list },
    draft: { field: '_status', codec: codecs.status({ publishedWhen: false }), default: 'published' },
  },
}

const text = (title: string, more = '') =>
  `---\n# by hand\ntitle: "${title}"\n${more}weight:   3\n---\n\nText of ${title}.\n`

const date = 'date: 2024-05-01T10:00:00Z\n'

const site = {
  'posts/hello.md': text('Hello', `${date}tags: [a, 'b']\n`),
  'posts/hello.de.md': text('Hallo', date),
  'posts/hello.fr.md': text('Bonjour', 'tags:\n  - un\n'),
  'posts/only.fr.md': text('Seulement', date),
  'posts/plain.md': text('Plain'),
}

describe.skipIf(skipped())(`languages on ${database}`, () => {
  let app: Languages
  const run = (options: Parameters<Languages['importAll']>[0] = {}) => app.importAll(options)
  const bring = (options: Parameters<Languages['exportAll']>[0] = {}) => app.exportAll(options)
  const verify = () => verifyFiles({ ...app.blog, folder: app.folder })
  const write = (files: Record<string, string>) => app.write(files)
  const fileAt = (name: string) => app.textAt(name)
  const changed = (before: Record<string, string>) =>
    Object.keys(before).filter((name) => fileAt(name) !== before[name])
  const documents = () => documentsOf(app.blog.payload).find({ collection: 'posts', sort: 'slug' })
  const read = (slug: string, locale: string) => app.read({ slug }, locale)
  const draft = (slug: string, locale: string) => app.read({ slug }, locale, true)
  const edit = (slug: string, locale: string, data: object, asDraft = false) =>
    app.edit({ slug }, locale, data, asDraft)

  const boot = async (options: BlogOptions = {}) => {
    app = await bootLanguages({ locales, mapping, posts, ...options }, site)
  }
  afterEach(() => app?.blog.close())

  it('files in several locales are imported as one document and exported byte for byte', async () => {
    await boot()
    expect(await run({ dryRun: true })).toMatchObject({ created: 5, problems: [] })
    expect(await run()).toMatchObject({ created: 5, updated: 0, rejected: 0, problems: [] })
    expect(await read('hello', 'en')).toMatchObject({
      title: 'Hello',
      tags: ['a', 'b'],
      content: 'Text of Hello.',
    })
    expect(await read('hello', 'de')).toMatchObject({ title: 'Hallo', content: 'Text of Hallo.' })
    expect(await read('hello', 'fr')).toMatchObject({ title: 'Bonjour', tags: ['un'] })
    expect(await read('only', 'fr')).toMatchObject({ title: 'Seulement', date: '2024-05-01T10:00:00.000Z' })
    expect((await read('plain', 'fr')).title ?? null).toBe(null)
    expect(await documents()).toHaveLength(3)
    expect(await verify()).toMatchObject({ identical: 5, differences: [], problems: [] })
    expect(await bring()).toMatchObject({ written: 0, removed: 0, unchanged: 5, problems: [] })
    expect(await run()).toMatchObject({ created: 0, updated: 0, unchanged: 5, problems: [] })
    expect(await auditFiles(app.blog)).toMatchObject({ audited: 5, problems: [] })
    const fresh = path.join(app.blog.folder, 'fresh')
    expect(await bring({ folder: fresh })).toMatchObject({ written: 5 })
    for (const [name, said] of Object.entries(site))
      expect(readFileSync(path.join(fresh, name), 'utf8')).toBe(said)
  })

  it('files of any site are exported byte for byte, and many documents need few queries', async () => {
    const value = fc.stringMatching(/^[A-Za-z][a-z ]{0,8}[a-z]$/)
    const file = fc.record({ title: value, dated: fc.boolean(), tags: fc.array(value, { maxLength: 2 }) })
    const entry = fc.dictionary(fc.constantFrom(...locales), file, { minKeys: 1 })
    const entries = fc.array(entry, { minLength: 20, maxLength: 20 })
    const files: Record<string, string> = {}
    for (const [at, said] of (fc.sample(entries, { numRuns: 1, seed: 7 })[0] ?? []).entries())
      for (const [locale, { dated, tags, title }] of Object.entries(said))
        files[`posts/${at}${locale === 'en' ? '' : `.${locale}`}.md`] = text(
          title,
          `${dated ? date : ''}${tags.length > 0 ? `tags: [${tags.join(', ')}]\n` : ''}`,
        )
    await boot()
    await rm(app.folder, { recursive: true })
    await write(files)
    const count = Object.keys(files).length
    const report = await run()
    expect(report).toMatchObject({ created: count, rejected: 0 })
    expect(report.problems.every(({ code }) => code === 'shared-value')).toBe(true)
    const find = vi.spyOn(app.blog.payload.db, 'find')
    expect(await verify()).toMatchObject({ identical: count, differences: [], problems: [] })
    // Regardless of the number of documents on a page.
    expect(find.mock.calls.length).toBeLessThan(10)
    expect(await run()).toMatchObject({ created: 0, unchanged: count, problems: [] })
  })

  it('an edit in one locale changes one file', async () => {
    await boot()
    await run()
    await edit('hello', 'fr', { title: 'Salut' })
    expect(await bring()).toMatchObject({ written: 1, unchanged: 4 })
    expect(fileAt('posts/hello.fr.md')).toBe(site['posts/hello.fr.md'].replace('"Bonjour"', '"Salut"'))
    expect(changed(site)).toEqual(['posts/hello.fr.md'])
    expect(await run()).toMatchObject({ updated: 0, problems: [] })
    await write({ 'posts/hello.de.md': text('Servus', date) })
    expect(await run()).toMatchObject({ created: 0, updated: 1, problems: [] })
    expect(await read('hello', 'en')).toMatchObject({ title: 'Hello' })
    expect(await read('hello', 'de')).toMatchObject({ title: 'Servus' })
    expect(await read('hello', 'fr')).toMatchObject({ title: 'Salut' })
  })

  it('a locale gets a file when an editor adds content, and not before', async () => {
    await boot()
    await run()
    await edit('plain', 'de', { title: 'Einfach', content: 'Text.' })
    expect(await bring()).toMatchObject({ written: 1, unchanged: 5 })
    expect(fileAt('posts/plain.de.md')).toBe('---\ntitle: Einfach\n---\n\nText.\n')
    expect(await run()).toMatchObject({ created: 0, unchanged: 6, problems: [] })
    expect(await verify()).toMatchObject({ identical: 6, differences: [] })
  })

  it('an import keeps unmapped localized fields and shared fields', async () => {
    await boot()
    await run()
    await edit('hello', 'fr', { note: 'Une note' })
    await write({ 'posts/hello.fr.md': text('Salut') })
    expect(await run()).toMatchObject({ updated: 1, problems: [] })
    expect(await read('hello', 'fr')).toMatchObject({
      title: 'Salut',
      note: 'Une note',
      date: '2024-05-01T10:00:00.000Z',
    })
    await edit('hello', 'en', { date: '2025-01-01T00:00:00.000Z' })
    expect(await bring()).toMatchObject({ written: 2, problems: [] })
    for (const name of ['posts/hello.md', 'posts/hello.de.md'] as const)
      expect(fileAt(name)).toBe(site[name].replace('2024-05-01T10:00:00Z', '2025-01-01T00:00:00Z'))
    expect(fileAt('posts/hello.fr.md')).toBe(text('Salut'))
  })

  it('a file with another value of a shared field is kept, with a warning', async () => {
    await boot()
    const own = text('Hallo', 'date: 2023-12-24T18:00:00Z\n')
    await write({ 'posts/hello.de.md': own })
    const problem = {
      code: 'shared-value',
      severity: 'warning',
      path: 'posts/hello.de.md',
      line: 4,
      message: expect.stringContaining('in posts/hello.md (en)'),
    }
    expect(await run()).toMatchObject({ created: 5, problems: [problem] })
    expect(await read('hello', 'de')).toMatchObject({ title: 'Hallo', date: '2024-05-01T10:00:00.000Z' })
    expect(await bring()).toMatchObject({ written: 0, unchanged: 5 })
    await edit('hello', 'en', { date: '2025-01-01T00:00:00.000Z' })
    expect(await bring()).toMatchObject({ written: 1 })
    expect(fileAt('posts/hello.de.md')).toBe(own)
    expect(await run()).toMatchObject({ updated: 0, problems: [] })
  })

  it('a file marked as a draft is not imported if its document is published', async () => {
    await boot()
    await write({ 'posts/plain.de.md': text('Einfach', 'draft: true\n') })
    const problem = { code: 'shared-value', severity: 'error', path: 'posts/plain.de.md' }
    expect(await run()).toMatchObject({ created: 5, rejected: 1, problems: [problem] })
    expect((await read('plain', 'de')).title ?? null).toBe(null)
    expect(await bring()).toMatchObject({ written: 0, removed: 0 })
    expect(fileAt('posts/plain.de.md')).toContain('Einfach')
  })

  it('files are imported in any order, and the first locale sets the shared fields', async () => {
    await boot()
    await run()
    await write({ 'posts/only.md': text('Only', 'date: 2026-01-01T00:00:00Z\n') })
    expect(await run()).toMatchObject({ created: 1, problems: [] })
    expect(await documents()).toHaveLength(3)
    expect(await read('only', 'fr')).toMatchObject({ title: 'Seulement', date: '2026-01-01T00:00:00.000Z' })
    expect(await bring()).toMatchObject({ written: 0 })
    expect(changed(site)).toEqual([])
  })

  it('a conflict affects one locale only', async () => {
    await boot()
    await run()
    await edit('hello', 'fr', { title: 'Salut' })
    await write({
      'posts/hello.fr.md': site['posts/hello.fr.md'].replace('Bonjour', 'Coucou'),
      'posts/hello.de.md': text('Servus', date),
    })
    const conflict = {
      code: 'conflict',
      path: 'posts/hello.fr.md',
      message: expect.stringContaining('"title"'),
    }
    expect(await run()).toMatchObject({ updated: 1, conflicts: 1, problems: [conflict] })
    expect(await read('hello', 'fr')).toMatchObject({ title: 'Salut' })
    expect(await read('hello', 'de')).toMatchObject({ title: 'Servus' })
    expect(await bring()).toMatchObject({ written: 1, problems: [] })
    expect(fileAt('posts/hello.fr.md')).toContain('Salut')
  })

  it('a locale is removed with its file, and the document with the last file', async () => {
    await boot()
    await run()
    await edit('hello', 'de', { note: 'Notiz' })
    const remove = (name: string) => rm(path.join(app.folder, name))
    await remove('posts/hello.md')
    await remove('posts/only.fr.md')
    const all = { deleteMissing: true, maxDelete: 100 }
    expect(await run({ ...all, maxDelete: 20 })).toMatchObject({
      deleted: 0,
      problems: [{ code: 'delete-limit' }],
    })
    expect(await run({ ...all, dryRun: true })).toMatchObject({ deleted: 2 })
    expect(await run(all)).toMatchObject({ deleted: 2, problems: [] })
    expect((await read('hello', 'en')).title ?? null).toBe(null)
    expect((await read('hello', 'en')).tags ?? []).toEqual([])
    expect(await read('hello', 'de')).toMatchObject({ title: 'Hallo', note: 'Notiz', _status: 'published' })
    expect(await read('hello', 'fr')).toMatchObject({ title: 'Bonjour', tags: ['un'] })
    expect(await read('only', 'fr')).toMatchObject({ deletedAt: expect.any(String) })
    expect(await run(all)).toMatchObject({ deleted: 0, problems: [] })
    expect(await bring()).toMatchObject({ written: 0, removed: 0, problems: [] })
    await write({ 'posts/hello.md': site['posts/hello.md'] })
    expect(await run()).toMatchObject({ created: 1, problems: [] })
    expect(await read('hello', 'en')).toMatchObject({ title: 'Hello', tags: ['a', 'b'] })
    await Promise.all(['hello.md', 'hello.de.md', 'hello.fr.md'].map((name) => remove(`posts/${name}`)))
    expect(await run(all)).toMatchObject({ deleted: 1, problems: [] })
    expect(await read('hello', 'de')).toMatchObject({ deletedAt: expect.any(String) })
  })

  it('a locale is removed with its file in a collection without drafts and trash', async () => {
    const { title, date: published, tags } = mapping.frontMatter
    await boot({
      mapping: { ...mapping, frontMatter: { title, date: published, tags } },
      posts: { ...posts, trash: false, versions: false },
    })
    expect(await run()).toMatchObject({ created: 5, problems: [] })
    await rm(path.join(app.folder, 'posts/hello.md'))
    await rm(path.join(app.folder, 'posts/only.fr.md'))
    expect(await run({ deleteMissing: true, maxDelete: 100 })).toMatchObject({ deleted: 2, problems: [] })
    expect(await documents()).toHaveLength(2)
    expect((await read('hello', 'en')).title ?? null).toBe(null)
    expect(await read('hello', 'fr')).toMatchObject({ title: 'Bonjour', tags: ['un'] })
    expect(await bring()).toMatchObject({ written: 0, removed: 0, problems: [] })
  })

  it('drafts in other locales are kept when a file of one locale is imported', async () => {
    await boot()
    await run()
    await edit('hello', 'fr', { title: 'Brouillon' }, true)
    await edit('hello', 'de', { title: 'Entwurf' }, true)
    await write({ 'posts/hello.de.md': text('Servus', date) })
    expect(await run()).toMatchObject({
      updated: 1,
      problems: [{ code: 'conflict', severity: 'warning', path: 'posts/hello.de.md' }],
    })
    expect(await read('hello', 'de')).toMatchObject({ title: 'Servus', _status: 'published' })
    expect(await read('hello', 'fr')).toMatchObject({ title: 'Bonjour' })
    expect(await draft('hello', 'fr')).toMatchObject({ title: 'Brouillon', _status: 'draft' })
    expect(await draft('hello', 'de')).toMatchObject({ title: 'Entwurf' })
    await edit('hello', 'en', { title: 'Hi' })
    expect(await read('hello', 'en')).toMatchObject({ title: 'Hi', _status: 'published' })
    expect(await read('hello', 'fr')).toMatchObject({ title: 'Bonjour' })
    expect(await draft('hello', 'fr')).toMatchObject({ title: 'Brouillon' })
    // In bulk, like the lists in the admin.
    await app.ask('posts?where[slug][equals]=hello&locale=en', 'PATCH', { title: 'Hey' })
    expect(await read('hello', 'en')).toMatchObject({ title: 'Hey', _status: 'published' })
    expect(await read('hello', 'fr')).toMatchObject({ title: 'Bonjour', tags: ['un'] })
    expect(await draft('hello', 'fr')).toMatchObject({ title: 'Brouillon' })
    expect(await draft('hello', 'de')).toMatchObject({ title: 'Entwurf' })
    await bring()
    expect(changed({ ...site, 'posts/hello.de.md': text('Servus', date) })).toEqual(['posts/hello.md'])
    const drafts = path.join(app.blog.folder, 'drafts')
    await bring({ drafts: true, folder: drafts })
    expect(readFileSync(path.join(drafts, 'posts/hello.fr.md'), 'utf8')).toContain('Brouillon')
    await edit('hello', 'fr', { ...(await draft('hello', 'fr')), _status: 'published' })
    expect(await read('hello', 'fr')).toMatchObject({ title: 'Brouillon', _status: 'published' })
    expect(await read('hello', 'de')).toMatchObject({ title: 'Entwurf' })
  })

  it('drafts in other locales are kept even if the published versions have been pruned', async () => {
    await boot({ posts: { ...posts, versions: { drafts: true, maxPerDoc: 2 } } })
    await run()
    for (const title of ['Un', 'Deux', 'Trois']) await edit('hello', 'fr', { title }, true)
    await write({ 'posts/hello.de.md': text('Servus', date) })
    expect(await run()).toMatchObject({ updated: 1, problems: [] })
    expect(await read('hello', 'de')).toMatchObject({ title: 'Servus' })
    expect(await read('hello', 'en')).toMatchObject({ title: 'Hello' })
    expect(await read('hello', 'fr')).toMatchObject({ title: 'Bonjour' })
    expect(await draft('hello', 'fr')).toMatchObject({ title: 'Trois' })
  })

  it('the admin shows one locale at a time, and restores its imported file', async () => {
    await boot()
    await run()
    const { payload } = app.blog
    const user = { collection: 'users', email: 'a@example.com', password: 'a long password' }
    await documentsOf(payload).create({ collection: 'users', data: user })
    const { token } = await app.ask('users/login', 'POST', user)
    const headers = { Authorization: `JWT ${String(token)}` }
    const { id } = await read('hello', 'en')
    const file = async (locale: string, of = id) => {
      const answer = await app.blog.ask(`posts/${String(of)}/markdown?locale=${locale}`, { headers })
      return answer.ok ? answer.text() : answer.status
    }
    await edit('hello', 'fr', { title: 'Salut' })
    expect(await file('en')).toBe(site['posts/hello.md'])
    expect(await file('fr')).toBe(site['posts/hello.fr.md'].replace('Bonjour', 'Salut'))
    const plain = await read('plain', 'en')
    expect(await file('fr', plain.id)).toBe(404)
    const restore = async (locale: string): Promise<unknown> => {
      const target = `posts/${String(id)}/restore-import?locale=${locale}`
      return (await app.blog.ask(target, { headers, method: 'POST' })).json()
    }
    expect(await restore('de')).toMatchObject({ changes: [] })
    expect(await restore('fr')).toMatchObject({ changes: ['Title'] })
    expect(await draft('hello', 'fr')).toMatchObject({ title: 'Bonjour', _status: 'draft' })
    expect(await read('hello', 'fr')).toMatchObject({ title: 'Salut' })
    expect(await draft('hello', 'en')).toMatchObject({ title: 'Hello' })
  })

  it('reverting a migration deletes all locales of its documents, which can be imported again', async () => {
    await boot()
    const { payload } = app.blog
    await run({ trigger: 'migration' })
    await write({ 'posts/plain.fr.md': text('Simple') })
    await run()
    const req = await createLocalReq({}, payload)
    expect(await revertImportMigration({ mappings: app.blog.mappings, req })).toBe(3)
    expect(await documents()).toHaveLength(0)
    expect(await run()).toMatchObject({ created: 6, unchanged: 0, problems: [] })
    expect(await verify()).toMatchObject({ identical: 6, differences: [] })
  })

  it.each([true, false])(
    'values stored by hooks are kept in each locale, with transactions: %s',
    async (transactions) => {
      const hooks: CollectionConfig['hooks'] = {
        beforeChange: [({ data }) => ({ ...data, title: String(data.title).toUpperCase() })],
        afterChange: [
          ({ doc }) => {
            if (isRecord(doc) && doc.title === 'HALLO') throw new Error('Not this one')
          },
        ],
      }
      await boot({ posts: { ...posts, hooks }, transactions })
      const report = await run()
      expect(report).toMatchObject({ created: 4, rejected: 1 })
      expect(report.problems.map(({ code, path: at }) => `${code} ${at}`).sort()).toEqual([
        'changed-by-hook posts/hello.fr.md',
        'changed-by-hook posts/hello.md',
        'changed-by-hook posts/only.fr.md',
        'changed-by-hook posts/plain.md',
        'hook-failed posts/hello.de.md',
      ])
      expect(await read('hello', 'fr')).toMatchObject({ title: 'BONJOUR' })
      expect((await read('hello', 'de')).title ?? null).toBe(null)
      expect(await bring()).toMatchObject({ written: 0, removed: 0 })
      expect(changed(site)).toEqual([])
    },
  )
})
