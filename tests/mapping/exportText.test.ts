import { describe, expect, it } from 'vitest'
import { articleMapping } from '../../collections/articleMapping.ts'
import { exportText } from '../../src/mapping/exportText.ts'
import { readFile } from '../../src/mapping/readFile.ts'
import type { FieldValue, Link, MappedRecord } from '../../src/mapping/types.ts'
import { parsed, postMapping } from './mappings.ts'

const path = 'posts/news/first.md'

const edited = (text: string, change: Record<string, FieldValue>, links?: Link[]): string => {
  const frontMatter = parsed(text)
  const { record } = readFile(postMapping, path, frontMatter)
  const wanted: MappedRecord = { fields: { ...record.fields, ...change }, links: links ?? record.links }
  return exportText(postMapping, wanted, { path, frontMatter })
}

const file = (lines: string, body = '') => `---\n${lines}\n---\n${body}`

const changes: [what: string, before: string, change: Record<string, FieldValue>, after: string][] = [
  ['nothing', 'title: "One"  # why\nx: y', {}, 'title: "One"  # why\nx: y'],
  ['the same value', 'weight: 007\ntitle: One', { weight: 7 }, 'weight: 007\ntitle: One'],
  ['an empty text for none', 'title: One', { metaTitle: '' }, 'title: One'],
  [
    'a value with its fallback',
    'title: One\nmeta:\n  title: One',
    { title: 'Two' },
    'title: Two\nmeta:\n  title: Two',
  ],
  ['a value without its fallback', 'title: One', { title: 'Two' }, 'title: Two'],
  [
    'a value with an empty fallback',
    'title: One\nmeta:\n  title:',
    { title: 'Two' },
    'title: Two\nmeta:\n  title:',
  ],
  ['a value of its own', 'title: One\nmeta:\n  title: X', { title: 'Two' }, 'title: Two\nmeta:\n  title: X'],
  [
    'a value back to its fallback',
    'title: One\nmeta:\n  title: X',
    { metaTitle: undefined },
    'title: One\nmeta:\n  title: One',
  ],
  ['a default where no key is', 'title: One', { index: true }, 'title: One'],
  [
    'a default where a key is',
    'title: One\nmeta:\n  index: No',
    { index: true },
    'title: One\nmeta:\n  index: Yes',
  ],
  ['no value', 'title: One\nweight: 1', { weight: undefined }, 'title: One'],
  ['a text that looks like a number', 'title: One', { title: '404' }, "title: '404'"],
  ['a number', 'title: One\nweight:', { weight: 404 }, 'title: One\nweight: 404'],
  ['a date', 'title: One', { date: '2024-01-02T00:00:00.000Z' }, 'title: One\ndate: 2024-01-02T00:00:00Z'],
  ['a yes or no', 'title: One', { index: false }, 'title: One\nmeta:\n  index: false'],
  ['a word of YAML', 'title: One\ntags: [a]', { tags: ['a', 'Null'] }, "title: One\ntags: [a, 'Null']"],
  [
    'another relation',
    'title: One\ncategory: News',
    { category: { related: { name: 'Art', slug: 'news2' } } },
    'title: One\ncategory: Art',
  ],
  [
    'another spelling of a relation',
    'title: One\ncategory: NEWS',
    { category: { related: { name: 'News', slug: 'news' } } },
    'title: One\ncategory: NEWS',
  ],
  [
    'a path',
    'title: One\npermalink: /news/first/',
    { slug: 'second' },
    'title: One\npermalink: /news/second/',
  ],
  ['a path without a key for it', 'title: One', { slug: 'second' }, 'title: One'],
  [
    'a value over one that could not be read',
    'title: One\ndate: 2024-13-99',
    { date: '2024-01-02T00:00:00.000Z' },
    'title: One\ndate: 2024-01-02T00:00:00Z',
  ],
  [
    'another value than the unreadable one',
    'title: One\ndate: soon',
    { weight: 2 },
    'title: One\ndate: soon\nweight: 2',
  ],
]

it.each(changes)('an export changes %s', (_, before, change, after) => {
  expect(edited(file(before), change)).toBe(file(after))
})

it.each([
  ['\n\nOne\n\n\n', 'Two', '\n\nTwo\n\n\n'],
  ['One', 'Two\n\n', 'Two'],
  ['\nOne\n', undefined, '\n\n'],
  ['', 'Two', '\nTwo\n'],
  ['\n', 'Two', '\nTwo\n'],
])('an export changes the body %j to %j', (body, content, expected) => {
  expect(edited(file('title: One', body), { content })).toBe(file('title: One', expected))
})

it('an export keeps CRLF line endings', () => {
  const text = '---\r\ntitle: One\r\n---\r\n\r\nA\r\nB\r\n'
  expect(edited(text, { content: 'A\nC' })).toBe(text.replace('B', 'C'))
})

describe('links', () => {
  const block = (number: number, slug: string, more = '') => `see${number}:\n  slug: ${slug}${more}\n`
  const link = (url: string): Link => ({
    url,
    values: { name: `The ${url}`, slug: 'ignored', of: '' },
    line: 0,
  })
  const shape = (slugs: string[]) =>
    slugs.map((slug, at) => block(at + 1, slug.slice(0, 1), `\n  more: ${slug}`)).join('')

  it.each([
    ['nothing', ['a1', 'b1', 'a2'], ['a', 'b'], ['a1', 'b1', 'a2']],
    ['an order', ['a1', 'b1'], ['b', 'a'], ['b1', 'a1']],
    ['one fewer', ['a1', 'b1', 'c1'], ['a', 'c'], ['a1', 'c1']],
    ['one fewer, with a repeat of another', ['a1', 'b1', 'a2'], ['a'], ['a1', 'a2']],
    ['one fewer, with its repeat', ['a1', 'b1', 'a2'], ['b'], ['b1']],
    ['an order, with a repeat', ['a1', 'b1', 'a2', 'c1'], ['b', 'a', 'c'], ['b1', 'a1', 'a2', 'c1']],
  ])('link blocks are kept: %s', (_, before, wanted, after) => {
    expect(edited(file(`title: One\n${shape(before)}`.trimEnd()), {}, wanted.map(link))).toBe(
      file(`title: One\n${shape(after)}`.trimEnd()),
    )
  })

  it('a new link block is printed in the given format, without empty keys', () => {
    expect(edited(file(`title: One\n${block(1, 'a')}`.trimEnd()), {}, [link('b'), link('a')])).toBe(
      file(`title: One\nsee1:\n  name: The b\n  slug: b\nsee2:\n  slug: a`),
    )
  })

  it('a renamed target changes no link block', () => {
    const text = file('title: One\nsee1:\n  name: Old\n  slug: a')
    expect(edited(text, {}, [link('a'), link('a')])).toBe(text)
  })
})

describe('new files', () => {
  it('new files are printed in the order of the mapping', () => {
    const record: MappedRecord = {
      fields: {
        slug: 'first',
        category: { related: { name: 'News', slug: 'news' } },
        title: 'One two',
        tags: ['a', 'no', '2024'],
        weight: 7,
        index: true,
        _status: 'draft',
        content: 'Text',
      },
      links: [{ url: '404', values: { name: 'No' }, line: 0 }],
    }
    expect(exportText(postMapping, record)).toBe(
      [
        '---',
        'title: One two',
        'meta:',
        '  title: One two',
        'tags:',
        '  - a',
        "  - 'no'",
        "  - '2024'",
        'weight: 7',
        'category: News',
        'draft: true',
        'permalink: /news/first/',
        'layout: post',
        'see1:',
        "  name: 'No'",
        "  slug: '404'",
        '---',
        '',
        'Text',
        '',
      ].join('\n'),
    )
  })

  it('new files of the site look like its other files', () => {
    const record: MappedRecord = {
      fields: {
        slug: 'what-is-a-cell',
        subject: { related: { title: 'Biology', slug: 'biology' } },
        question: 'What is a cell?',
        answer: 'A cell.\n\nIt lives.',
        date: '2024-11-27T12:00:00.000Z',
        author: 'Null',
        score: -1,
        dateFormat: 'MMM DD, YYYY',
        'seo.title': 'Site | Biology',
        'seo.description': 'Short: and good',
        noIndex: true,
      },
      links: [
        {
          url: '/learn/biology/questions/x',
          values: { id: '12', title: '404', subject: 'No' },
          line: 0,
        },
      ],
    }
    expect(exportText(articleMapping, record)).toBe(
      [
        '---',
        '_schema: default',
        'date: 2024-11-27',
        'title: >-',
        '    What is a cell?',
        'article_title: >-',
        '    What is a cell?',
        'date_format: MMM DD, YYYY',
        'seo:',
        '  title: Site | Biology',
        '  page_description: >-',
        '    Short: and good',
        "author: 'Null'",
        'question: >-',
        '    What is a cell?',
        'no_index: True',
        'answer: >-',
        '    A cell.\\n\\nIt lives.',
        'subject: Biology',
        'file_name: what-is-a-cell.md',
        'url: /learn/biology/questions/what-is-a-cell',
        'score: -1',
        'related_article1:',
        '    id: 12',
        '    title: >-',
        '        404',
        "    subject: 'No'",
        '    url: /learn/biology/questions/x',
        '---',
        '',
        '&nbsp;',
      ].join('\n'),
    )
  })
})
