import type { CollectionConfig, Field } from 'payload'
import { describe, expect, it } from 'vitest'

import { articleMapping } from '../../collections/articleMapping.ts'
import { articles } from '../../collections/articles.ts'
import { subjects } from '../../collections/subjects.ts'
import { list, relation, rows, status, upload } from '../../src/mapping/codecs/index.ts'
import type { Mapping } from '../../src/mapping/types.ts'
import { checkMappings, MappingError } from '../../src/plugin/checkMappings.ts'
import { ConfigurationError } from '../../src/problems/ConfigurationError.ts'

const topics: CollectionConfig = { slug: 'subjects', fields: [{ name: 'slug', type: 'text' }] }

const fields: Field[] = [
  { name: 'slug', type: 'text', unique: true },
  { name: 'name', type: 'text' },
  { name: 'tenant', type: 'relationship', relationTo: 'subjects' },
  { name: 'url', type: 'text', unique: true },
  { name: 'rich', type: 'richText' },
  { name: 'on', type: 'date' },
  { name: 'title', type: 'text' },
  { name: 'tags', type: 'text', hasMany: true },
  { name: 'translated', type: 'text', localized: true },
  { name: 'ownName', type: 'text', localized: true, unique: true },
  { name: 'ownLost', type: 'json', localized: true },
  { name: 'rows', type: 'array', fields: [{ name: 'text', type: 'text' }] },
  { name: 'category', type: 'relationship', relationTo: 'subjects' },
  { name: 'anything', type: 'relationship', relationTo: ['subjects', 'articles'] },
  { name: 'several', type: 'relationship', relationTo: 'subjects', hasMany: true },
  { name: 'similar', type: 'relationship', relationTo: 'articles', hasMany: true },
  { name: 'lost', type: 'json' },
  { name: 'picture', type: 'upload', relationTo: 'media' },
  { type: 'row', fields: [{ name: 'inRow', type: 'text' }] },
  { type: 'collapsible', label: 'More', fields: [{ name: 'folded', type: 'text' }] },
  {
    type: 'tabs',
    tabs: [
      { label: 'Plain', fields: [{ name: 'inTab', type: 'text' }] },
      { name: 'named', fields: [{ name: 'text', type: 'text' }] },
      { name: 'languages', localized: true, fields: [{ name: 'text', type: 'text' }] },
    ],
  },
  { type: 'group', label: 'No name', fields: [{ name: 'inGroup', type: 'text' }] },
  { name: 'seo', type: 'group', fields: [{ name: 'title', type: 'text' }] },
]

const posts: CollectionConfig = {
  slug: 'articles',
  versions: { drafts: true },
  indexes: [{ fields: ['tenant', 'name'], unique: true }],
  fields,
}
const pictures: CollectionConfig = { slug: 'media', upload: true, fields: [] }
const images = { collection: 'media', files: 'images/{filename}', url: '/images/{filename}' }

const collections = [
  posts,
  topics,
  pictures,
  { ...posts, slug: 'pages', versions: false } satisfies CollectionConfig,
]

const mapping = (changes: Partial<Mapping> = {}): Mapping => ({
  collection: 'articles',
  files: 'posts/{slug}.md',
  key: 'slug',
  frontMatter: {},
  ...changes,
})

const inLanguages: Partial<Mapping> = {
  files: '{locale}/{slug}.md',
  locales: ['en', 'fr'],
  body: 'translated',
}

const complaintsAbout = (...mappings: Mapping[]): string[] => {
  try {
    checkMappings(mappings, collections, ['en', 'fr'])
  } catch (error) {
    if (error instanceof MappingError) return error.message.split('\n')
    throw error
  }
  return []
}

const toCategory = relation({ collection: 'subjects', by: 'slug' })
const links = { prefix: 'related', field: 'similar', unresolved: 'lost', key: 'url', block: { url: 'url' } }

describe('checkMappings', () => {
  it.each<[string, Partial<Mapping>]>([
    ['a field', { frontMatter: { title: 'title' } }],
    [
      'fields in rows, collapsibles, tabs and groups',
      { frontMatter: { a: 'inRow', b: 'folded', c: 'inTab', d: 'named.text', e: 'inGroup', f: 'seo.title' } },
    ],
    ['the body', { body: 'title' }],
    ['a key that is unique within a tenant', { key: 'name', files: '{name}.md', within: 'tenant' }],
    ['names to ignore', { ignore: ['_index*.md'] }],
    ['a list', { frontMatter: { tags: { field: 'tags', codec: list } } }],
    [
      'a relation, in the path too',
      {
        files: '{category.slug}/{slug}.md',
        frontMatter: { category: { field: 'category', codec: toCategory } },
      },
    ],
    ['links', { links }],
    ['several locales', inLanguages],
    ['images', { images, body: 'name' }],
    ['one locale', { ...inLanguages, files: '{slug}.md', locales: ['fr'] }],
    ['the status', { frontMatter: { draft: { field: '_status', codec: status({ publishedWhen: false }) } } }],
    ['a derived key', { key: 'url', frontMatter: { url: { template: '/{slug}', field: 'url' } } }],
  ])('checkMappings accepts %s', (_, changes) => {
    expect(complaintsAbout(mapping(changes))).toEqual([])
  })

  it('checkMappings accepts the mapping of articles', () => {
    expect(() => checkMappings([articleMapping], [articles(), subjects()])).not.toThrow()
  })

  it.each<[string, Partial<Mapping>, string]>([
    ['a missing collection', { collection: 'notes' }, 'the collection does not exist'],
    [
      'a missing field',
      { frontMatter: { title: 'heading' } },
      'there is no field "heading"; if a plugin adds it, list that plugin before this one',
    ],
    [
      'a missing field in a group',
      { frontMatter: { title: 'seo.heading' } },
      'there is no field "seo.heading"; if a plugin adds it, list that plugin before this one',
    ],
    [
      'a missing field in the body',
      { body: 'content' },
      'there is no field "content"; if a plugin adds it, list that plugin before this one',
    ],
    [
      'a missing field in the path',
      { files: 'posts/{x}.md', key: 'x' },
      'there is no field "x"; if a plugin adds it, list that plugin before this one',
    ],
    [
      'a relation in the path without a key',
      { files: '{category.name}/{slug}.md' },
      'the path names {category.name}, and no key is bound to the relationship "category"; bind one to it with the codec relation()',
    ],
    [
      'a key that may repeat',
      { key: 'name', files: '{name}.md' },
      'the key "name" may repeat: give its field "unique: true", or set "within" to the field within which it is unique',
    ],
    [
      'a key that may repeat within a field',
      { key: 'title', files: '{title}.md', within: 'tenant' },
      `the key "title" may repeat within "tenant": give the collection "indexes: [{ fields: ['tenant', 'title'], unique: true }]"`,
    ],
    [
      'a missing field in "within"',
      { within: 'site' },
      'there is no field "site", which "within" names; if a plugin adds it, list that plugin before this one',
    ],
    [
      'links together with "within"',
      { links, within: 'tenant' },
      'links need a globally unique key, so they cannot be combined with "within"',
    ],
    [
      'a missing relation in the path',
      { files: '{section.slug}/{slug}.md' },
      'there is no field "section.slug"; if a plugin adds it, list that plugin before this one',
    ],
    [
      'a missing field of a relation in the path',
      {
        files: '{category.name}/{slug}.md',
        frontMatter: { category: { field: 'category', codec: toCategory } },
      },
      '"subjects" has no field "name", which the path needs',
    ],
    ['a key that no file has', { key: 'url' }, 'neither the file nor its path contains the key "url"'],
    [
      'several locales and patterns without {locale}',
      { locales: ['en', 'fr'], body: 'translated' },
      '"locales" contains several locales, and no pattern of "files" has {locale}',
    ],
    [
      'a locale that the app does not have',
      { ...inLanguages, locales: ['en', 'sv'] },
      '"locales" contains sv, which the app does not have',
    ],
    ['an empty list of locales', { ...inLanguages, locales: [] }, '"locales" is empty'],
    [
      'locales without a localized field',
      { ...inLanguages, body: 'name' },
      '"locales" is given, but no mapped field is localized',
    ],
    [
      'a localized key',
      { ...inLanguages, key: 'ownName', frontMatter: { name: 'ownName' } },
      '"key" names the localized field "ownName"; use a field that has the same value in all locales',
    ],
    [
      'a localized field of links',
      { ...inLanguages, links: { ...links, unresolved: 'ownLost' } },
      'links use "url", "similar" and "ownLost", which cannot be localized',
    ],
    [
      'a URL per locale in a field that is not localized',
      { ...inLanguages, frontMatter: { url: { template: '/{locale}/{slug}', field: 'url' } } },
      '"url" differs by locale; give its field "localized: true"',
    ],
    [
      'images of a missing collection',
      { images: { ...images, collection: 'pictures' } },
      '"images.collection" names the collection "pictures", which does not exist',
    ],
    [
      'images of a collection without uploads',
      { images: { ...images, collection: 'subjects' } },
      '"images.collection" names the collection "subjects", which does not hold uploads',
    ],
    [
      'images without a Markdown text',
      { images },
      '"images" needs a Markdown text: bind the body, or a key with the codec escapedMarkdown',
    ],
    [
      'images without {filename}',
      { images: { ...images, files: 'images/{name}' }, body: 'name' },
      '"images.files" does not contain {filename}',
    ],
    ['an empty pattern to ignore', { ignore: ['_index.md', ''] }, '"ignore" has an empty pattern'],
    [
      'a related field in the path without its relation',
      { files: '{category.slug}/{slug}.md' },
      'the path names {category.slug}, and no key is bound to the relationship "category"; bind one to it with the codec relation()',
    ],
    [
      'a date in the path without a codec',
      { files: '{on}-{slug}.md' },
      'the path names the date "on"; give it a codec in "pathCodecs", such as day',
    ],
    [
      'rich text',
      { body: 'rich' },
      'the field "rich" is rich text; use markdownField() to keep Markdown as it is written',
    ],
    [
      'a localized field',
      { body: 'translated' },
      'the field "translated" is localized; set "locales" in the mapping, and use {locale} in "files" so that each locale has a file',
    ],
    [
      'a field in a localized tab',
      { body: 'languages.text' },
      'the field "languages.text" is localized; set "locales" in the mapping, and use {locale} in "files" so that each locale has a file',
    ],
    [
      'an array without its codec',
      { body: 'rows' },
      'the field "rows" is of type array; use the codec rows() for a list of texts',
    ],
    [
      'an array without the text of its codec',
      { frontMatter: { rows: { field: 'rows', codec: rows({ field: 'name' }) } } },
      'the field "rows" has no text "name" in its rows',
    ],
    [
      'the codec of an array for another field',
      { frontMatter: { title: { field: 'title', codec: rows({ field: 'name' }) } } },
      'the field "title" is not an array, which the codec rows() needs',
    ],
    ['a group', { body: 'seo' }, 'the field "seo" is of type group'],
    [
      'several values as one',
      { frontMatter: { tags: 'tags' } },
      'the field "tags" holds several values; use the codec list',
    ],
    [
      'one value as a list',
      { frontMatter: { tags: { field: 'title', codec: list } } },
      'the field "title" holds one value; set hasMany for the codec list',
    ],
    [
      'a relationship as text',
      { frontMatter: { category: 'category' } },
      'the field "category" is a relationship; use the codec relation()',
    ],
    [
      'a text as a relation',
      { frontMatter: { category: { field: 'title', codec: toCategory } } },
      'the field "title" is not a relationship',
    ],
    [
      'a relation to a missing collection',
      {
        frontMatter: {
          category: { field: 'category', codec: relation({ collection: 'topics', by: 'slug' }) },
        },
      },
      'the field "category" needs the collection "topics", which does not exist',
    ],
    [
      'a relation to another collection',
      {
        frontMatter: {
          category: { field: 'category', codec: relation({ collection: 'articles', by: 'slug' }) },
        },
      },
      'the field "category" is not a relationship to "articles" alone',
    ],
    [
      'a relation to several collections',
      { frontMatter: { category: { field: 'anything', codec: toCategory } } },
      'the field "anything" is not a relationship to "subjects" alone',
    ],
    [
      'an upload without its codec',
      { frontMatter: { category: 'picture' } },
      'the field "picture" is an upload; use the codec upload()',
    ],
    [
      'an upload by a field that uploads do not have',
      { frontMatter: { cover: { field: 'picture', codec: upload({ collection: 'media', by: 'name' }) } } },
      'the field "picture" is found by "name", which "media" does not have',
    ],
    [
      'a list of documents for a field with one',
      {
        frontMatter: {
          category: {
            field: 'category',
            codec: relation({ collection: 'subjects', by: 'slug', many: true }),
          },
        },
      },
      'the field "category" holds one document; set hasMany for the codec with { many: true }',
    ],
    [
      'a fixed value for a missing field',
      { values: { colour: 1 } },
      '"values" names the field "colour", which does not exist',
    ],
    [
      'a single relation for a field with several documents',
      { frontMatter: { category: { field: 'several', codec: toCategory } } },
      'the field "several" holds several documents; give the codec { many: true }',
    ],
    [
      'a relation by a missing field',
      {
        frontMatter: {
          category: { field: 'category', codec: relation({ collection: 'subjects', by: 'title' }) },
        },
      },
      'the field "category" is found by "title", which "subjects" does not have',
    ],
    [
      'links in a relationship to another collection',
      { links: { ...links, field: 'several' } },
      'the field "several" is not a hasMany relationship to "articles"',
    ],
    [
      'unresolved links in a text',
      { links: { ...links, unresolved: 'title' } },
      'the field "title" is not a JSON field',
    ],
    [
      'a status without drafts',
      {
        collection: 'pages',
        frontMatter: { draft: { field: '_status', codec: status({ publishedWhen: false }) } },
      },
      'the field "_status" needs versions with drafts',
    ],
  ])('checkMappings refuses %s', (_, changes, complaint) => {
    const refused = mapping(changes)
    expect(complaintsAbout(refused)).toEqual([`The mapping of "${refused.collection}": ${complaint}.`])
  })

  it('checkMappings accepts a localized field in an app without localization, as Payload does', () => {
    expect(() => checkMappings([mapping({ body: 'translated' })], collections)).not.toThrow()
  })

  it('checkMappings refuses two mappings of one collection without "within"', () => {
    const other = mapping({ files: 'notes/{slug}.md' })
    expect(complaintsAbout(mapping(), other)).toEqual([
      expect.stringContaining('another mapping has the same collection'),
    ])
    expect(complaintsAbout(mapping({ within: 'tenant' }), { ...other, within: 'tenant' })).toEqual([])
  })

  it.each([
    [
      'locales in an app without localization',
      undefined,
      {},
      /"locales" needs "localization" in the config of the app/,
    ],
    [
      'a status per locale',
      ['en', 'fr'],
      { localizeStatus: true },
      /"localizeStatus" is not supported with "locales"/,
    ],
  ])('checkMappings refuses %s', (_, languages, drafts, complaint) => {
    const localized = { ...posts, versions: { drafts } } satisfies CollectionConfig
    const check = () => checkMappings([mapping(inLanguages)], [localized, topics, pictures], languages)
    expect(check).toThrow(complaint)
  })

  it('checkMappings refuses two mappings for one path', () => {
    const other = mapping({ collection: 'pages', files: 'posts/{url}.md', key: 'url' })
    expect(complaintsAbout(mapping(), other)).toEqual([
      'The mapping of "pages": another mapping has the same files, posts/{url}.md.',
    ])
  })

  it('checkMappings lists everything at once, in a ConfigurationError', () => {
    const wrong = mapping({ body: 'rich', frontMatter: { a: 'missing' } })
    expect(complaintsAbout(wrong, mapping({ collection: 'notes', files: 'notes/{slug}.md' }))).toHaveLength(3)
    expect(() => checkMappings([wrong], collections)).toThrow(ConfigurationError)
  })
})
