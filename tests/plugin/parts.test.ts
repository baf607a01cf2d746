import { sqliteAdapter } from '@payloadcms/db-sqlite'
import {
  answerbookPlugin,
  codecs,
  type CollectionOptions,
  type Mapping,
  markdownField,
  relatedFields,
} from 'answerbook'
import type { CollectionConfig, Config } from 'payload'
import { describe, expect, it } from 'vitest'

import { fieldsByPath } from '../../src/documents/fieldsByPath.ts'
import { keepDraftOnTop } from '../../src/drafts/keepDraftOnTop.ts'
import { holdLock } from '../../src/editing/holdLock.ts'

const mapping: Mapping = {
  collection: 'posts',
  files: 'posts/{slug}.md',
  key: 'slug',
  frontMatter: {
    title: 'title',
    url: { template: '/blog/{slug}', field: 'url' },
    score: { field: 'score', codec: codecs.number },
  },
  body: 'content',
  links: {
    prefix: 'related',
    field: 'relatedPosts',
    unresolved: 'unresolvedLinks',
    block: { title: 'title', url: 'url' },
    key: 'url',
  },
}

const posts: CollectionConfig = {
  slug: 'posts',
  admin: { useAsTitle: 'title' },
  versions: { drafts: { autosave: true } },
  fields: [
    { name: 'title', type: 'text', required: true },
    { name: 'score', type: 'number' },
    markdownField({ name: 'content' }),
  ],
}

const apply = async (options: CollectionOptions = {}, enabled = true, collection = posts): Promise<Config> =>
  answerbookPlugin({ mappings: [mapping], collections: { posts: options }, enabled })({
    secret: 'x',
    db: sqliteAdapter({ client: { url: ':memory:' } }),
    collections: [{ slug: 'users', auth: true, fields: [] }, collection],
  })

/** The traces of each part in an app's config. */
const partsOf = ({ collections = [], endpoints = [] }: Config): string[] => {
  const collection = collections.find(({ slug }) => slug === 'posts')
  const hooks = collection?.hooks?.beforeOperation ?? []
  const fields = fieldsByPath(collection?.fields ?? [])
  const paths = [...endpoints, ...(collection?.endpoints || [])].map(({ path }) => path)
  const views = collection?.admin?.components?.views
  const found = {
    drafts: hooks.includes(keepDraftOnTop.beforeOperation),
    editing: hooks.includes(holdLock.beforeOperation),
    // Only what notes changes reacts to deletions, too.
    links: (collection?.hooks?.afterDelete ?? []).length > 1 && fields.has('relatedPosts'),
    markdownView: paths.includes('/:id/markdown') && paths.includes('/:id/restore-import'),
    newDocumentPage: JSON.stringify(views ?? {}).includes('NewDocument'),
    redirects: paths.includes('/answerbook/redirect') && collections.some(({ slug }) => slug === 'redirects'),
    runs: paths.includes('/answerbook/import') && paths.includes('/answerbook/export'),
    urls: fields.has('slug') && fields.has('url'),
  }
  return Object.entries(found).flatMap(([name, isThere]) => (isThere ? [name] : []))
}

const all = ['drafts', 'editing', 'links', 'markdownView', 'newDocumentPage', 'redirects', 'runs', 'urls']

describe('a mapped collection', () => {
  it('a mapped collection gets every part that its mapping calls for', async () => {
    expect(partsOf(await apply())).toEqual(all)
  })

  it.each<[string, CollectionOptions, string[]]>([
    ['drafts', { drafts: false }, ['drafts']],
    ['editing', { editing: false }, ['editing']],
    ['links', { links: false }, ['links']],
    ['markdownView', { markdownView: false }, ['markdownView']],
    ['newDocumentPage', { newDocumentPage: false }, ['newDocumentPage']],
    ['redirects', { urls: { redirects: false } }, ['redirects']],
  ])('a mapped collection can do without %s alone', async (_, options, missing) => {
    const withLinks = { ...posts, fields: [...posts.fields, ...relatedFields(mapping)] }
    expect(partsOf(await apply(options, true, withLinks))).toEqual(
      all.filter((part) => !missing.includes(part)),
    )
  })

  it('a mapped collection with its own URLs gets no URLs and redirects', async () => {
    const own: CollectionConfig = {
      ...posts,
      fields: [...posts.fields, { name: 'slug', type: 'text', unique: true }, { name: 'url', type: 'text' }],
    }
    const config = await apply({ urls: false }, true, own)
    expect(partsOf(config)).toEqual(all.filter((part) => part !== 'redirects'))
    const wired = config.collections?.find(({ slug }) => slug === 'posts')
    const namesOf = ({ fields }: CollectionConfig) => [...fieldsByPath(fields).keys()]
    expect(wired && namesOf(wired).slice(0, own.fields.length)).toEqual(namesOf(own))
  })

  it('a mapped collection keeps its stored fields if the plugin is disabled', async () => {
    const off = ['markdownView', 'newDocumentPage', 'redirects', 'runs']
    const config = await apply({}, false)
    expect(partsOf(config)).toEqual(all.filter((part) => !off.includes(part)))
    expect(config.collections?.map(({ slug }) => slug)).toEqual(
      (await apply()).collections?.map(({ slug }) => slug),
    )
  })
})
