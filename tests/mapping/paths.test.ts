import fc from 'fast-check'
import { expect, test } from 'vitest'
import { articleMapping } from '../../collections/articleMapping.ts'
import { filePath, matchPath, type MappedRecord, type Mapping } from '../../src/mapping/index.ts'

const article = (slug: string, subject: string): MappedRecord => ({
  fields: { slug, subject: { related: { slug: subject } } },
  links: [],
})

test.each([
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
])('%j says %o', (path, expected) => {
  expect(matchPath(articleMapping, path)).toEqual(expected)
})

test.each([
  ['what', 'biology', 'learn/biology/what.md'],
  ['../what', 'biology', undefined],
  ['what', '..', undefined],
  ['', 'biology', undefined],
  ['what\n', 'biology', undefined],
  ['.what', 'biology', undefined],
])('%j in %j stands at %j', (slug, subject, expected) => {
  expect(filePath(articleMapping, article(slug, subject))).toBe(expected)
})

test.each([
  [['_index.md'], 'learn/biology/_index.md', true],
  [['_index.md'], 'learn/biology/an_index.md', false],
  [['_index.md'], 'learn/_index.md/what.md', false],
  [['_index*.md', 'index.md'], 'learn/biology/_index.de.md', true],
  [['_index*.md', 'index.md'], 'learn/biology/index.md', true],
  [['*-draft.md'], 'learn/biology/what-draft.md', true],
  [['a.c.md'], 'learn/biology/abc.md', false],
  [[], 'learn/biology/_index.md', false],
])('with %j left out, %s is left out: %s', (ignore, path, isLeftOut) => {
  const mapping: Mapping = { ...articleMapping, ignore }
  expect(matchPath(mapping, path) === undefined).toBe(isLeftOut)
  const slug = path.replace(/^.*\/|\.md$/g, '')
  expect(filePath(mapping, article(slug, 'biology')) === undefined).toBe(isLeftOut)
})

test('a record without a subject has no path', () => {
  expect(filePath(articleMapping, { fields: { slug: 'what' }, links: [] })).toBeUndefined()
})

test('every path that is made reads back, or is not made', () => {
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

test('a value that would read back as another makes no path', () => {
  const dated: Mapping = { collection: 'posts', files: '{year}-{slug}.md', key: 'slug', frontMatter: {} }
  expect(filePath(dated, { fields: { year: '2024', slug: 'a-b' }, links: [] })).toBe('2024-a-b.md')
  expect(filePath(dated, { fields: { year: '2024-11', slug: 'a' }, links: [] })).toBeUndefined()
})

test.each(['{a}{b}.md', '{a', 'a}', '{}', '{a b}', '{a.}'])('the template %j is refused', (files) => {
  expect(() => matchPath({ collection: 'posts', files, key: 'slug', frontMatter: {} }, 'x')).toThrow(
    TypeError,
  )
})
