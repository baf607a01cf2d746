import fc from 'fast-check'
import { describe, expect, it } from 'vitest'

import { parseFrontMatter } from '../../../src/frontMatter/parse.ts'
import { escapedMarkdown } from '../../../src/mapping/codecs/index.ts'
import { exportText } from '../../../src/mapping/exportText.ts'
import { type ImageAddresses, withImageAddresses } from '../../../src/mapping/images/imageAddresses.ts'
import { readFile } from '../../../src/mapping/readFile.ts'
import { differences } from '../../../src/mapping/records.ts'
import type { MappedRecord, Mapping } from '../../../src/mapping/types.ts'

const inFile = /^\/images\/(one|two)(\.png)/
const inDocument = /^(?:https:\/\/cms\.example\.com)?\/api\/media\/file\/(one|two)(\.png)/

const addresses: ImageAddresses = {
  toDocument: (address) =>
    inFile.test(address) ? address.replace(inFile, '/api/media/file/$1$2') : undefined,
  toFile: (address) => {
    if (!inDocument.test(address)) return []
    const own = address.replace(inDocument, '/images/$1$2')
    return own.includes('two') ? [own, own.replace('two', 'copy')] : [own]
  },
  isIn: (text) => ({ file: text.includes('/images/'), document: text.includes('/file/') }),
}

const mapping = withImageAddresses(
  {
    collection: 'posts',
    files: '{slug}.md',
    key: 'slug',
    frontMatter: { title: 'title', answer: { field: 'answer', codec: escapedMarkdown } },
    body: 'content',
  } satisfies Mapping,
  addresses,
)

const parsed = (text: string) => {
  const result = parseFrontMatter(text)
  if (!result.ok) throw new Error(text)
  return result.frontMatter
}

const read = (text: string): MappedRecord => readFile(mapping, 'a.md', parsed(text)).record

const written = (text: string, fields: MappedRecord['fields']): string => {
  const base = { path: 'a.md', frontMatter: parsed(text) }
  const known = read(text)
  return exportText(mapping, { ...known, fields: { ...known.fields, ...fields } }, base)
}

const file = (body: string, answer = 'x'): string =>
  `---\ntitle: /images/one.png\nanswer: >-\n  ${answer}\n---\n\n${body}\n`

describe('a mapping with addresses of images', () => {
  it('Markdown is read with the addresses of documents, and nothing else is', () => {
    const { fields } = read(file('![x](/images/one.png?v=1)', '![y](/images/two.png)\\n`/images/one.png`'))
    expect(fields).toMatchObject({
      title: '/images/one.png',
      content: '![x](/api/media/file/one.png?v=1)',
      answer: '![y](/api/media/file/two.png)\n`/images/one.png`',
    })
  })

  it.each([
    ['an added image', '![y](/api/media/file/one.png)', '![y](/images/one.png)'],
    [
      'an address with the host',
      '![y](https://cms.example.com/api/media/file/one.png)',
      '![y](/images/one.png)',
    ],
    ['an unknown image', '![y](/api/media/file/none.png)', '![y](/api/media/file/none.png)'],
    ['another address', '![y](https://example.com/one.png)', '![y](https://example.com/one.png)'],
  ])('an edited text is written with the addresses of files: %s', (_, content, body) => {
    expect(written(file('Text.'), { content })).toBe(file(body))
  })

  it('an edited text keeps the place that its image has', () => {
    const base = file('![y](/images/copy.png)')
    expect(written(base, { content: '![y](/api/media/file/two.png) more' })).toBe(
      file('![y](/images/copy.png) more'),
    )
  })

  it('a value that differs only in the form of addresses is no change, and the file keeps its own', () => {
    const base = file('![x](/images/one.png) ![y](/api/media/file/two.png)')
    for (const content of [
      '![x](https://cms.example.com/api/media/file/one.png) ![y](/images/two.png)',
      '![x](/images/one.png) ![y](/api/media/file/two.png)',
    ])
      expect(written(base, { content })).toBe(base)
    const record = read(base)
    const edited = { ...record, fields: { ...record.fields, content: '![x](/images/one.png)' } }
    expect(differences(mapping, record, edited)).toEqual(['content'])
  })

  it('a text that nobody has edited is written as it is', () => {
    const words = [
      '/images/one.png',
      '/api/media/file/two.png',
      '![x](',
      ')',
      '`',
      '\n\n',
      '> ',
      'a',
      '<',
      '>',
    ]
    fc.assert(
      fc.property(fc.array(fc.constantFrom(...words), { maxLength: 12 }), (parts) => {
        const base = `---\ntitle: a\n---\n\n${parts.join('')}\n`
        expect(written(base, {})).toBe(base)
      }),
    )
  })

  it('a text is read as it was written', () => {
    const words = [
      '![x](/api/media/file/one.png)',
      '![x](/images/none.png)',
      '`',
      '\n\n',
      '> ',
      'a',
      ' ',
      '| ',
    ]
    fc.assert(
      fc.property(fc.array(fc.constantFrom(...words), { maxLength: 12 }), (parts) => {
        const text = exportText(mapping, {
          fields: { slug: 'a', title: 'a', content: parts.join('') },
          links: [],
        })
        const record = read(text)
        const again = { ...record, fields: { ...record.fields, content: parts.join('') } }
        expect(differences(mapping, record, again)).toEqual([])
      }),
    )
  })
})
