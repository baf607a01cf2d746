import path from 'node:path'

import { findRedirect, markdownField } from 'answerbook'
import type { CollectionConfig } from 'payload'
import { afterEach, describe, expect, it } from 'vitest'

import { documentsOf } from '../../src/documents/documents.ts'
import type { Mapping } from '../../src/mapping/types.ts'
import { auditFiles } from '../../src/sync/audit/auditFiles.ts'
import { verifyFiles } from '../../src/sync/export/verifyFiles.ts'
import { database, skipped } from '../helpers/bootPayload.ts'
import { bootLanguages, type Languages, openAccess } from '../helpers/languages.ts'

const locales = ['en', 'fr']

const posts = (slug: object): Partial<CollectionConfig> => ({
  access: openAccess,
  admin: { useAsTitle: 'title' },
  fields: [
    { name: 'ref', type: 'text', required: true, unique: true },
    { name: 'slug', type: 'text', unique: true, ...slug },
    { name: 'title', type: 'text', required: true, localized: true },
    { ...markdownField({ name: 'content' }), localized: true },
  ],
})

const frontMatter: Mapping['frontMatter'] = {
  ref: 'ref',
  title: 'title',
  url: { template: '/{locale}/posts/{slug}', field: 'url' },
}

const links: Mapping['links'] = {
  prefix: 'related',
  field: 'related',
  unresolved: 'unresolved',
  block: { title: 'title', ref: 'ref' },
  key: 'ref',
}

const text = (ref: string, title: string, more = '', body = `Text of ${title}.`) =>
  `---\nref: ${ref}\ntitle: '${title}'   # by hand\n${more}---\n\n${body}\n`

const related = (title: string, ref: string) => `related1:\n  title: ${title}\n  ref: ${ref}\n`

describe.skipIf(skipped())(`URLs in several languages on ${database}`, () => {
  let app: Languages
  afterEach(() => app?.blog.close())

  const leadsTo = async (url: string) => (await findRedirect(app.blog.payload)(url))?.location
  const verified = () => verifyFiles({ ...app.blog, folder: app.folder })

  describe('whose slugs are translated', () => {
    const site = {
      'content/en/hello.md': text('1', 'Hello', related('World', '2'), 'See [there](/en/posts/world).'),
      'content/en/world.md': text('2', 'World'),
      'content/fr/bonjour.md': text('1', 'Bonjour', related('Monde', '2'), 'Voir [ici](/fr/posts/rien).'),
      'content/fr/world.md': text('2', 'Monde'),
      'content/en/fr.md': text('3', 'French', 'url: /en/posts/fr\n'),
    }
    const boot = async (files: Record<string, string> = site) => {
      app = await bootLanguages(
        {
          locales,
          posts: posts({ localized: true }),
          mapping: { files: 'content/{locale}/{slug}.md', locales, key: 'ref', frontMatter, links },
        },
        files,
      )
    }

    it('each locale has a file and a URL', async () => {
      await boot()
      expect(await app.importAll()).toMatchObject({ created: 5, rejected: 0, problems: [] })
      expect(await app.read({ ref: '1' }, 'en')).toMatchObject({ slug: 'hello', url: '/en/posts/hello' })
      expect(await app.read({ ref: '1' }, 'fr')).toMatchObject({ slug: 'bonjour', url: '/fr/posts/bonjour' })
      expect(await app.read({ ref: '2' }, 'fr')).toMatchObject({ url: '/fr/posts/world' })
      expect((await app.read({ ref: '3' }, 'fr')).url ?? null).toBe(null)
      expect(await verified()).toMatchObject({ identical: 5, differences: [] })
      expect(await app.exportAll()).toMatchObject({ written: 0, removed: 0, problems: [] })
      expect(await app.importAll()).toMatchObject({ unchanged: 5, problems: [] })
      const broken = { code: 'broken-link', path: 'content/fr/bonjour.md' }
      const codes = ['broken-link', 'moved-link', 'unresolved-link'] as const
      expect(await auditFiles({ ...app.blog, codes })).toMatchObject({ audited: 5, problems: [broken] })
    })

    it('a URL changes in one locale and redirects to the same locale', async () => {
      await boot()
      await app.importAll()
      await app.edit({ ref: '1' }, 'fr', { slug: 'salut' })
      expect(await leadsTo('/fr/posts/bonjour')).toBe('/fr/posts/salut')
      expect(await leadsTo('/en/posts/hello')).toBe(undefined)
      expect(await app.read({ ref: '1' }, 'en')).toMatchObject({ url: '/en/posts/hello' })
      expect(await app.exportAll()).toMatchObject({ written: 1, removed: 1, problems: [] })
      expect(app.textAt('content/fr/salut.md')).toBe(site['content/fr/bonjour.md'])
      expect(await app.importAll()).toMatchObject({ created: 0, problems: [] })
      expect(await app.exportAll()).toMatchObject({ written: 0, removed: 0, problems: [] })
    })

    it('URLs are unique per locale', async () => {
      await boot()
      await app.importAll()
      await expect(app.edit({ ref: '3' }, 'fr', { title: 'Monde', slug: 'world' })).rejects.toThrow(
        /fr\/posts\/world/,
      )
      await app.edit({ ref: '3' }, 'fr', { title: 'Hello', slug: 'hello' })
      expect(await app.read({ ref: '3' }, 'fr')).toMatchObject({ url: '/fr/posts/hello' })
    })

    it('links use a key shared by all locales, regardless of the order of files', async () => {
      await boot({
        'content/en/hello.md': site['content/en/hello.md'],
        'content/fr/bonjour.md': site['content/fr/bonjour.md'],
      })
      const waiting = { code: 'unresolved-link', path: 'content/en/hello.md' }
      const report = await app.importAll()
      expect(report).toMatchObject({ created: 2 })
      expect(report.problems).toContainEqual(expect.objectContaining(waiting))
      await app.write(site)
      expect(await app.importAll()).toMatchObject({ created: 3, problems: [] })
      const target = await app.read({ ref: '2' }, 'en')
      const [source] = await documentsOf(app.blog.payload).find({
        collection: 'posts',
        where: { ref: { equals: '1' } },
      })
      expect(source).toMatchObject({ related: [target.id] })
      expect(await verified()).toMatchObject({ identical: 5, differences: [] })
      await documentsOf(app.blog.payload).update({
        collection: 'posts',
        id: source?.id ?? '',
        data: { related: [] },
      })
      expect(await app.exportAll()).toMatchObject({ written: 2 })
      for (const name of ['content/en/hello.md', 'content/fr/bonjour.md'] as const)
        expect(app.textAt(name)).toBe(site[name].replace(/related1:\n.*\n.*\n/, ''))
    })
  })

  it('a shared slug changes the URLs of all locales', async () => {
    const site = {
      'content/hello.en.md': text('1', 'Hello', 'url: "/en/posts/hello"\n'),
      'content/hello.fr.md': text('1', 'Bonjour'),
    }
    app = await bootLanguages(
      {
        locales,
        posts: posts({}),
        mapping: { files: 'content/{slug}.{locale}.md', locales, key: 'ref', frontMatter },
      },
      site,
    )
    expect(await app.importAll()).toMatchObject({ created: 2, problems: [] })
    await app.edit({ ref: '1' }, 'fr', { title: 'Brouillon' }, true)
    await app.edit({ ref: '1' }, 'en', { slug: 'moved' })
    expect(await app.read({ ref: '1' }, 'en')).toMatchObject({ url: '/en/posts/moved', title: 'Hello' })
    expect(await app.read({ ref: '1' }, 'fr')).toMatchObject({ url: '/fr/posts/moved', title: 'Bonjour' })
    expect(await app.read({ ref: '1' }, 'fr', true)).toMatchObject({ title: 'Brouillon', slug: 'moved' })
    expect(await leadsTo('/en/posts/hello')).toBe('/en/posts/moved')
    expect(await leadsTo('/fr/posts/hello')).toBe('/fr/posts/moved')
    expect(await app.exportAll()).toMatchObject({ written: 2, removed: 2, problems: [] })
    expect(app.textAt('content/moved.fr.md')).toBe(site['content/hello.fr.md'])
    expect(app.textAt('content/moved.en.md')).toBe(
      site['content/hello.en.md'].replace('/en/posts/hello', '/en/posts/moved'),
    )
    expect(path.basename(app.folder)).toBe('site')
  })
})
