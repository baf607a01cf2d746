import { describe, expect, it } from 'vitest'
import { readFile } from '../../src/mapping/readFile.ts'
import type { FieldValue, Mapping } from '../../src/mapping/types.ts'
import { parsed, postMapping } from './mappings.ts'

const path = 'posts/news/first.md'
const read = (lines: string, body = '') => readFile(postMapping, path, parsed(`---\n${lines}\n---\n${body}`))

const fields: [what: string, lines: string, field: string, value: FieldValue][] = [
  ['a value', 'title: One', 'title', 'One'],
  ['a path', 'title: One', 'slug', 'first'],
  ['a missing key', 'title: One', 'weight', undefined],
  ['an empty key', 'title: One\nweight:', 'weight', undefined],
  ['a default', 'title: One', 'index', true],
  ['a default of an empty key', 'title: One\nmeta:\n  index:', 'index', true],
  ['a value that is not the default', 'title: One\nmeta:\n  index: no', 'index', false],
  ['a value that repeats its fallback', 'meta:\n  title: One\ntitle: One', 'metaTitle', undefined],
  ['a value that does not', 'meta:\n  title: Two\ntitle: One', 'metaTitle', 'Two'],
  ['a list', 'title: One\ntags: [a, no]', 'tags', ['a', 'no']],
  ['a list in lines', 'title: One\ntags:\n  - a\n  - b', 'tags', ['a', 'b']],
  ['a status', 'title: One\ndraft: true', '_status', 'draft'],
  [
    'a relation, with its path',
    'title: One\ncategory: News',
    'category',
    { related: { name: 'News', slug: 'news' } },
  ],
  ['a relation of the path alone', 'title: One', 'category', { related: { slug: 'news' } }],
  ['a derived value', 'title: One', 'permalink', '/news/first/'],
]

it.each(fields)('readFile reads %s', (_, lines, field, value) => {
  const { record, findings } = read(lines)
  expect(findings).toEqual([])
  expect(record.fields[field]).toEqual(value)
})

it.each([
  ['', undefined],
  ['\n\n', undefined],
  ['Text', 'Text'],
  ['\n  \n    code\n\nText  \n\n', '    code\n\nText'],
])('readFile reads the body %j', (body, value) => {
  expect(read('title: One', body).record.fields.content).toBe(value)
})

it('readFile reads a body with CRLF line endings', () => {
  const text = '---\r\ntitle: One\r\n---\r\n\r\nA\r\nB\r\n'
  expect(readFile(postMapping, path, parsed(text)).record.fields.content).toBe('A\nB')
})

describe('findings', () => {
  it.each([
    ['a missing key', 'weight: 1', 'missing-key', 2, 1],
    ['an empty key', 'weight: 1\ntitle:', 'missing-key', 3, 1],
    ['a derived value of another path', 'title: One\npermalink: /news/second/', 'disagrees-with-path', 3, 12],
    ['a derived value that is no text', 'title: One\npermalink: [a]', 'disagrees-with-path', 3, 12],
    ['a group that is a text', 'title: One\nmeta: x', 'wrong-type', 3, 7],
    ['a value of another kind', 'title: [One]', 'wrong-type', 2, 8],
    ['a link that is a text', 'title: One\nsee1: x', 'wrong-type', 3, 7],
    ['a link without its key', 'title: One\nsee1:\n  name: x', 'wrong-type', 4, 3],
    ['a link with a list', 'title: One\nsee1:\n  slug: [x]', 'wrong-type', 4, 9],
    ['an invalid date', 'title: One\ndate: tomorrow', 'invalid-date', 3, 7],
  ])('%s', (_, lines, code, line, column) => {
    expect(read(lines).findings).toMatchObject([{ code, line, column }])
  })

  it('findings are in the order of the file', () => {
    expect(read('weight: x\ndate: y').findings.map(({ line }) => line)).toEqual([2, 2, 3])
  })
})

it('readFile reads links in the order of their numbers, including duplicates and additional keys', () => {
  const { record } = read(
    'title: One\nsee10:\n  slug: c\nsee2:\n  slug: b\n  more: yes\nsee1:\n  slug: c\nsee0:\n  slug: d\nsee: x\nseen: y',
  )
  expect(record.links.map(({ url }) => url)).toEqual(['c', 'b', 'c'])
  expect(record.links[1]).toEqual({ url: 'b', values: { slug: 'b', more: 'yes' }, line: 6 })
})

it('readFile throws on a path of another mapping', () => {
  expect(() => readFile(postMapping, 'pages/first.md', parsed('---\ntitle: One\n---\n'))).toThrow(TypeError)
})

describe('a key for a value in the path', () => {
  const keyed: Mapping = { ...postMapping, frontMatter: { ...postMapping.frontMatter, slug: 'slug' } }
  it.each([
    ['agrees', 'title: One\nslug: first', []],
    ['may be missing', 'title: One', []],
    ['must agree', 'title: One\nslug: second', [{ code: 'disagrees-with-path', line: 3, column: 7 }]],
  ])('%s', (_, lines, expected) => {
    const { record, findings } = readFile(keyed, path, parsed(`---\n${lines}\n---\n`))
    expect(record.fields.slug).toBe('first')
    expect(findings).toMatchObject(expected)
  })
})
