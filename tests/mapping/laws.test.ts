import fc from 'fast-check'
import { expect, it } from 'vitest'
import { articleMapping } from '../../collections/articleMapping.ts'
import { canonicalLinks } from '../../src/mapping/links.ts'
import { canonicalRecord, differences } from '../../src/mapping/records.ts'
import { exportText } from '../../src/mapping/exportText.ts'
import { filePath } from '../../src/mapping/filePath.ts'
import { readFile } from '../../src/mapping/readFile.ts'
import { toData } from '../../src/mapping/document.ts'
import type { FieldValue, MappedRecord, Mapping } from '../../src/mapping/types.ts'
import { parsed, postMapping } from './mappings.ts'

/** Texts that mean something to YAML, Markdown or the escapes of answers. */
const words = fc
  .array(
    fc.constantFrom(
      'a',
      'One',
      ' ',
      ': ',
      '#',
      '"',
      "'",
      '- ',
      '\n',
      '\\n',
      '$',
      '\\neq',
      '|',
      '>',
      '&x',
      '*y',
      'no',
      '1',
      'é',
      '😀',
      '---',
      '%',
      '{',
      ']',
      ',',
    ),
    { maxLength: 8 },
  )
  .map((parts) => parts.join(''))
const text = fc.option(words, { nil: undefined })
const slug = fc.constantFrom('one', 'two', 'three-3', 'é', 'a.b')
const urls = fc.array(fc.constantFrom('u', 'v', 'w', 'x', '/y: #', "z'"), { maxLength: 6 })
const links = fc
  .tuple(urls, words)
  .map(([all, title]) => all.map((url) => ({ url, values: { title, name: title }, line: 0 })))
const time = fc.constantFrom(undefined, '2024-11-27T12:00:00.000Z', '2031-01-02T12:00:00.000Z')
const count = fc.option(fc.constantFrom(0, -1, 2, 2.25, 1e6), { nil: undefined })
const flag = fc.constantFrom(undefined, true, false)

const related = (by: string) =>
  fc
    .tuple(slug, fc.constantFrom('News', 'Art: new', 'no'))
    .map(([name, title]) => ({ related: { slug: name, [by]: title } }))

const recordOf = (fields: Record<string, fc.Arbitrary<FieldValue>>): fc.Arbitrary<MappedRecord> =>
  fc.record({ fields: fc.record(fields), links })

const posts = recordOf({
  slug,
  category: related('name'),
  title: text,
  metaTitle: text,
  index: flag,
  date: time,
  tags: fc.option(fc.array(words, { maxLength: 3 }), { nil: undefined }),
  weight: count,
  _status: fc.constantFrom(undefined, 'published', 'draft'),
  content: text,
})

const articles = recordOf({
  slug,
  subject: related('title'),
  question: text,
  title: text,
  articleTitle: text,
  answer: text,
  'seo.title': text,
  'seo.description': text,
  legacyId: count,
  date: time,
  noIndex: flag,
  score: count,
})

const read = (mapping: Mapping, path: string, file: string): MappedRecord =>
  readFile(mapping, path, parsed(file)).record

const expectSame = (mapping: Mapping, readBack: MappedRecord, wanted: MappedRecord): void => {
  expect(differences(mapping, readBack, wanted)).toEqual([])
  const [a, b] = [toData(mapping, readBack), toData(mapping, wanted)]
  expect(a.data).toEqual(b.data)
}

const laws = (mapping: Mapping, records: fc.Arbitrary<MappedRecord>): void => {
  fc.assert(
    fc.property(records, records, fc.boolean(), (first, second, moves) => {
      const path = filePath(mapping, first) ?? ''
      const file = exportText(mapping, first)
      expectSame(mapping, read(mapping, path, file), first)

      const base = { path, frontMatter: parsed(file) }
      expect(exportText(mapping, first, base)).toBe(file)

      const { slug: oldSlug, subject, category } = first.fields
      const stays = {
        ...second.fields,
        slug: oldSlug,
        ...(subject && { subject }),
        ...(category && { category }),
      }
      const edited = canonicalRecord(mapping, { ...second, fields: moves ? second.fields : stays })
      const exported = exportText(mapping, edited, base)
      const newPath = filePath(mapping, edited) ?? ''
      expectSame(mapping, read(mapping, newPath, exported), edited)
      expect(exportText(mapping, edited, { path: newPath, frontMatter: parsed(exported) })).toBe(exported)
    }),
    { numRuns: 300 },
  )
}

it('a post survives the round trip through its file', { timeout: 120_000 }, () => laws(postMapping, posts))
it('an article survives the round trip through its file', { timeout: 120_000 }, () =>
  laws(articleMapping, articles),
)

it('links keep the wanted order, whatever duplicates the file contains', () => {
  fc.assert(
    fc.property(urls, urls, (before, after) => {
      const lines = before.flatMap((url, at) => [
        `see${at + 1}:`,
        `  slug: ${JSON.stringify(url)}`,
        `  mark: m${at}`,
      ])
      const frontMatter = parsed(['---', 'title: One', ...lines, '---', ''].join('\n'))
      const path = 'posts/news/first.md'
      const { record } = readFile(postMapping, path, frontMatter)
      const wanted = { ...record, links: after.map((url) => ({ url, values: {}, line: 0 })) }
      const exported = exportText(postMapping, wanted, { path, frontMatter })
      const readBack = read(postMapping, path, exported).links
      expect(canonicalLinks(readBack).map(({ url }) => url)).toEqual([...new Set(after)])
      // The export contains every block of the file whose target is still wanted.
      const marks = readBack.flatMap(({ values }) => values.mark ?? [])
      expect(marks.sort()).toEqual(
        before.flatMap((url, at) => (after.includes(url) ? [`m${at}`] : [])).sort(),
      )
    }),
    { numRuns: 300 },
  )
})
