import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { articleMapping } from '../../collections/articleMapping.ts'
import { dateTime, day, number } from '../../src/mapping/codecs/index.ts'
import { filePath, matchPath } from '../../src/mapping/filePath.ts'
import type { MappedRecord, Mapping } from '../../src/mapping/types.ts'
import { readFile } from '../../src/mapping/readFile.ts'
import { parsed } from './mappings.ts'

const article = (slug: string, subject: string): MappedRecord => ({
  fields: { slug, subject: { related: { slug: subject } } },
  links: [],
})

it.each([
  ['learn/biology/what.md', { 'subject.slug': 'biology', slug: 'what' }],
  ['learn/biology/.what.md', undefined],
  ['learn/.git/what.md', undefined],
  ['learn/../what.md', undefined],
  ['learn/biology/sub/what.md', undefined],
  ['learn/biology/.md', undefined],
  ['learn//what.md', undefined],
  ['learn/biology/what.MD', undefined],
  ['x/learn/biology/what.md', undefined],
  ['learn/bio\u0000logy/what.md', undefined],
  ['learn/bio\\logy/what.md', undefined],
  ['learn/biology/a.b.md', { 'subject.slug': 'biology', slug: 'a.b' }],
])('path %j has the values %o', (path, expected) => {
  expect(matchPath(articleMapping, path)).toEqual(expected)
})

it.each([
  ['what', 'biology', 'learn/biology/what.md'],
  ['../what', 'biology', undefined],
  ['what', '..', undefined],
  ['', 'biology', undefined],
  ['what\n', 'biology', undefined],
  ['.what', 'biology', undefined],
])('record %j in %j has the path %j', (slug, subject, expected) => {
  expect(filePath(articleMapping, article(slug, subject))).toBe(expected)
})

it.each([
  [['_index.md'], 'learn/biology/_index.md', true],
  [['_index.md'], 'learn/biology/an_index.md', false],
  [['_index.md'], 'learn/_index.md/what.md', false],
  [['_index*.md', 'index.md'], 'learn/biology/_index.de.md', true],
  [['_index*.md', 'index.md'], 'learn/biology/index.md', true],
  [['*-draft.md'], 'learn/biology/what-draft.md', true],
  [['a.c.md'], 'learn/biology/abc.md', false],
  [['*.{fr,de}.md'], 'learn/biology/what.fr.md', true],
  [['learn/drafts/**'], 'learn/drafts/what.md', true],
  [['learn/drafts/**'], 'learn/biology/what.md', false],
  [[], 'learn/biology/_index.md', false],
])('mapping that ignores %j leaves %s out: %s', (ignore, path, isLeftOut) => {
  const mapping: Mapping = { ...articleMapping, ignore }
  expect(matchPath(mapping, path) === undefined).toBe(isLeftOut)
  const slug = path.replace(/^.*\/|\.md$/g, '')
  const subject = path.split('/').at(-2) ?? ''
  expect(filePath(mapping, article(slug, subject)) === undefined).toBe(isLeftOut)
})

it('a record without a subject has no path', () => {
  expect(filePath(articleMapping, { fields: { slug: 'what' }, links: [] })).toBeUndefined()
})

it('a path is only built if it reads back', () => {
  const units = fc.constantFrom('a', '-', '.', '/', '\\', '\n', 'é', ' ', '$', '{')
  const dated: Mapping = {
    collection: 'posts',
    files: 'p/{year}-{slug}/{slug}.md',
    key: 'slug',
    frontMatter: {},
  }
  fc.assert(
    fc.property(fc.string({ unit: units }), fc.string({ unit: units }), (year, slug) => {
      const path = filePath(dated, { fields: { year, slug }, links: [] })
      if (path === undefined) return
      expect(path.split('/')).toHaveLength(3)
      expect(matchPath(dated, path)).toEqual({ year, slug })
    }),
    { numRuns: 5000 },
  )
})

it('a record has no path if a value would read back as another one', () => {
  const dated: Mapping = { collection: 'posts', files: '{year}-{slug}.md', key: 'slug', frontMatter: {} }
  expect(filePath(dated, { fields: { year: '2024', slug: 'a-b' }, links: [] })).toBe('2024-a-b.md')
  expect(filePath(dated, { fields: { year: '2024-11', slug: 'a' }, links: [] })).toBeUndefined()
})

it.each(['{a}{b}.md', '{a', 'a}', '{}', '{a b}', '{a.}', '{a...}{b}', '{a...}/{b...}', '{...}'])(
  'template %j is refused',
  (files) => {
    expect(() => matchPath({ collection: 'posts', files, key: 'slug', frontMatter: {} }, 'x')).toThrow(
      TypeError,
    )
  },
)

const mappingOf = (files: Mapping['files'], more: Partial<Mapping> = {}): Mapping => ({
  collection: 'posts',
  files,
  key: 'slug',
  frontMatter: {},
  ...more,
})

const noon = (text: string): string => `${text}T12:00:00.000Z`

describe('folders of any depth', () => {
  it.each([
    ['docs/{path...}/{slug}.md', 'docs/a.md', { slug: 'a' }],
    ['docs/{path...}/{slug}.md', 'docs/x/a.md', { path: 'x', slug: 'a' }],
    ['docs/{path...}/{slug}.md', 'docs/x/y z/é/a.md', { path: 'x/y z/é', slug: 'a' }],
    ['docs/{path...}/{slug}.md', 'docs//a.md', undefined],
    ['docs/{path...}/{slug}.md', 'docs/x/.git/a.md', undefined],
    ['docs/{path...}/{slug}.md', 'docs/x/../a.md', undefined],
    ['docs/{path...}/{slug}.md', 'docsa.md', undefined],
    ['{path...}/{slug}.md', 'a.md', { slug: 'a' }],
    ['{path...}/index.md', 'index.md', {}],
    ['docs/{slug...}.md', 'docs/a.md', { slug: 'a' }],
    ['docs/{slug...}.md', 'docs/x/y/a.md', { slug: 'x/y/a' }],
    ['docs/{slug...}.md', 'docs/.md', undefined],
    ['{lang}/docs/{path...}/{slug}.mdx', 'de/docs/x/a.mdx', { lang: 'de', path: 'x', slug: 'a' }],
  ])('pattern %s reads %s as %o', (files, path, expected) => {
    const mapping = mappingOf(files)
    const gaps = matchPath(mapping, path)
    expect(gaps).toEqual(expected)
    if (gaps) expect(filePath(mapping, { fields: gaps, links: [] })).toBe(path)
  })

  it('a path with folders of any depth is only built if it reads back', () => {
    const units = fc.constantFrom('a', '-', '.', '/', '\\', '\n', 'é')
    fc.assert(
      fc.property(fc.string({ unit: units }), fc.string({ unit: units }), (folders, slug) => {
        const mapping = mappingOf('docs/{path...}/{slug}.md')
        const path = filePath(mapping, { fields: { path: folders, slug }, links: [] })
        if (path !== undefined)
          expect(matchPath(mapping, path)).toEqual({ ...(folders && { path: folders }), slug })
      }),
      { numRuns: 2000 },
    )
  })
})

describe('dates and numbers in names', () => {
  const dated = mappingOf('_posts/{date}-{slug}.md', { pathCodecs: { date: day } })

  it.each([
    ['_posts/2013-05-06-jekyll-1-0.md', { date: '2013-05-06', slug: 'jekyll-1-0' }],
    ['_posts/2013-02-30-jekyll.md', undefined],
    ['_posts/jekyll-1-0.md', undefined],
  ])('a dated path %s has the values %o', (path, expected) => {
    expect(matchPath(dated, path)).toEqual(expected)
  })

  it('a day in the path is read into the field, and written from it', () => {
    const { record } = readFile(dated, '_posts/2013-05-06-news.md', parsed('---\ntitle: x\n---\n'))
    expect(record.fields).toMatchObject({ date: noon('2013-05-06'), slug: 'news' })
    expect(filePath(dated, record)).toBe('_posts/2013-05-06-news.md')
  })

  it('a name in the path uses the codec of the key if it has no path codec', () => {
    const numbered = mappingOf('{order}-{slug}.md', {
      frontMatter: { order: { field: 'order', codec: number } },
    })
    expect(matchPath(numbered, '10-news.md')).toEqual({ order: '10', slug: 'news' })
    expect(matchPath(numbered, '007-news.md')).toBeUndefined()
    expect(filePath(numbered, { fields: { order: 12, slug: 'news' }, links: [] })).toBe('12-news.md')
  })

  const timed = mappingOf('{date}-{slug}.md', { frontMatter: { date: { field: 'date', codec: dateTime } } })

  it.each([
    ['date: 2013-05-06 02:12:52 +0200', '2013-05-06T00:12:52.000Z', []],
    ['title: x', noon('2013-05-06'), []],
    ['date: 2013-05-07', '2013-05-06T12:00:00.000Z', ['disagrees-with-path']],
  ])('a time in the key %j agrees with the same day in the path', (line, date, codes) => {
    const { record, findings } = readFile(timed, '2013-05-06-news.md', parsed(`---\n${line}\n---\n`))
    expect(record.fields.date).toBe(date)
    expect(findings.map(({ code }) => code)).toEqual(codes)
  })
})

describe('several patterns', () => {
  const mapping = mappingOf(['posts/{slug}.md', 'posts/{slug}.markdown', 'posts/{slug}/index.md'])

  it.each(['posts/a.md', 'posts/a.markdown', 'posts/a/index.md'])(
    'an existing file %s keeps its pattern',
    (path) => {
      expect(matchPath(mapping, path)).toEqual({ slug: 'a' })
      expect(filePath(mapping, { fields: { slug: 'a' }, links: [] }, { previous: path })).toBe(path)
      expect(filePath(mapping, { fields: { slug: 'b' }, links: [] }, { previous: path })).toBe(
        path.replace('/a', '/b'),
      )
    },
  )

  it('a new file gets the first pattern', () => {
    expect(filePath(mapping, { fields: { slug: 'a' }, links: [] })).toBe('posts/a.md')
  })

  it('patterns with different names are refused', () => {
    expect(() => matchPath(mappingOf(['{slug}.md', '{slug}.{language}.md']), 'x')).toThrow(
      'do not have the same names',
    )
  })
})

describe('locales', () => {
  const folders = mappingOf('content/{locale}/{path...}/{slug}.md', { locales: ['en', 'pt-br'] })
  const suffixes = mappingOf(['content/{slug}.{locale}.md', 'content/{slug}.md'], { locales: ['en', 'fr'] })

  it.each([
    [folders, 'content/en/a.md', 'en'],
    [folders, 'content/pt-br/x/a.md', 'pt-br'],
    [folders, 'content/de/a.md', undefined],
    [suffixes, 'content/a.md', 'en'],
    [suffixes, 'content/a.fr.md', 'fr'],
  ])('%# the locale of %s %s is %s', (mapping, path, locale) => {
    const gaps = matchPath(mapping, path)
    expect(gaps?.locale).toBe(locale)
    if (!gaps) return
    const { record } = readFile(mapping, path, parsed('---\ntitle: x\n---\n'))
    expect(record.locale).toBe(locale)
    expect(record.fields).not.toHaveProperty('locale')
    expect(filePath(mapping, record, { locale })).toBe(path)
  })

  it('a record without a locale gets a path in the first locale', () => {
    expect(filePath(folders, { fields: { slug: 'a' }, links: [] })).toBe('content/en/a.md')
    expect(filePath(suffixes, { fields: { slug: 'a' }, links: [] })).toBe('content/a.md')
  })
})
