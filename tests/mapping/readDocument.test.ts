import { describe, expect, it } from 'vitest'
import { articleMapping } from '../../collections/articleMapping.ts'
import { readDocument, toData } from '../../src/mapping/document.ts'
import type { Link } from '../../src/mapping/types.ts'

const subject = { id: 's1', title: 'Biology', slug: 'biology', aliases: ['biology'], hidden: false }
const target = (slug: string) => ({
  id: slug,
  question: `What is ${slug}?`,
  legacyId: 5,
  url: `/learn/biology/questions/${slug}`,
  subject,
})
const document = {
  id: 'a1',
  question: 'What is a cell?',
  title: 'What is a cell?',
  articleTitle: null,
  answer: 'A\n\nB',
  subject,
  slug: 'cell',
  url: '/learn/biology/questions/cell',
  date: '2024-11-27T12:00:00.000Z',
  seo: { title: '', description: 'Short' },
  noIndex: null,
  score: -1,
  createdAt: 'x',
}

const urls = (links: Link[]) => links.map(({ url }) => url.replace('/learn/biology/questions/', ''))

describe('readDocument', () => {
  it('readDocument reads values, relations and groups', () => {
    expect(readDocument(articleMapping, document).fields).toEqual({
      question: 'What is a cell?',
      title: undefined,
      articleTitle: undefined,
      answer: 'A\n\nB',
      subject: { related: { title: 'Biology', slug: 'biology', aliases: ['biology'] } },
      slug: 'cell',
      url: '/learn/biology/questions/cell',
      date: '2024-11-27T12:00:00.000Z',
      'seo.title': undefined,
      'seo.description': 'Short',
      'seo.keywords': undefined,
      noIndex: false,
      score: -1,
      legacyId: undefined,
      dateFormat: undefined,
      postOnText: undefined,
      author: undefined,
      canonicalUrl: undefined,
    })
  })

  it('readDocument takes the values of a link from its target', () => {
    const { links } = readDocument(articleMapping, { ...document, relatedArticles: [target('x')] })
    const values = { id: '5', title: 'What is x?', subject: 'Biology', url: '/learn/biology/questions/x' }
    expect(links).toEqual([{ url: values.url, values, line: 0 }])
  })

  it.each([
    ['at its place', [{ position: 1, url: 'u' }], ['a', 'u', 'b']],
    ['first', [{ position: 0, url: 'u' }], ['u', 'a', 'b']],
    [
      'in the order of positions',
      [
        { position: 3, url: 'v' },
        { position: 0, url: 'u' },
      ],
      ['u', 'a', 'b', 'v'],
    ],
    [
      'next to each other',
      [
        { position: 1, url: 'u' },
        { position: 2, url: 'v' },
      ],
      ['a', 'u', 'v', 'b'],
    ],
    ['at the end when too far', [{ position: 99, url: 'u' }], ['a', 'b', 'u']],
    ['at the start when before it', [{ position: -5, url: 'u' }], ['u', 'a', 'b']],
    ['once', [{ position: 2, url: '/learn/biology/questions/a' }], ['a', 'b']],
    ['not without a url', [{ position: 0 }, null, 'x'], ['a', 'b']],
    ['not from something else', 'x', ['a', 'b']],
  ])('readDocument puts an unresolved link %s', (_, unresolvedLinks, expected) => {
    const relatedArticles = [target('a'), target('b'), target('a'), 'deleted', { id: 'd', url: null }]
    const { links } = readDocument(articleMapping, { ...document, relatedArticles, unresolvedLinks })
    expect(urls(links)).toEqual(expected)
  })

  it('readDocument ignores an id in the place of a document', () => {
    expect(readDocument(articleMapping, { ...document, subject: 's1' }).fields.subject).toBeUndefined()
  })

  it('readDocument throws on a value that no codec can print', () => {
    expect(() => readDocument(articleMapping, { ...document, answer: { root: {} } })).toThrow(/answer/)
  })
})

describe('toData', () => {
  it('toData expands paths, clears empty fields and returns relations separately', () => {
    const { data, relations } = toData(articleMapping, readDocument(articleMapping, document))
    expect(data).toEqual({
      question: 'What is a cell?',
      title: null,
      articleTitle: null,
      answer: 'A\n\nB',
      slug: 'cell',
      url: '/learn/biology/questions/cell',
      date: '2024-11-27T12:00:00.000Z',
      seo: { title: null, description: 'Short', keywords: null },
      noIndex: false,
      score: -1,
      legacyId: null,
      dateFormat: null,
      postOnText: null,
      author: null,
      canonicalUrl: null,
      subject: null,
    })
    expect(relations).toMatchObject([
      {
        field: 'subject',
        options: { collection: 'subjects', by: 'title' },
        value: { related: { slug: 'biology' } },
      },
    ])
  })

  it('toData derives the URL again, and omits it if that is impossible', () => {
    const record = readDocument(articleMapping, document)
    const moved = { ...record, fields: { ...record.fields, slug: 'cells' } }
    expect(toData(articleMapping, moved).data.url).toBe('/learn/biology/questions/cells')
    const without = toData(articleMapping, { ...record, fields: { ...record.fields, subject: undefined } })
    expect(without.data).not.toHaveProperty('url')
    expect(without.data.subject).toBeNull()
    expect(without.relations).toEqual([])
  })
})
