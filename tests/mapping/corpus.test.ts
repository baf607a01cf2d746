import { describe, expect, it } from 'vitest'
import { articleMapping } from '../../collections/articleMapping.ts'
import { parseFrontMatter } from '../../src/frontMatter/parse.ts'
import type { FrontMatter } from '../../src/frontMatter/types.ts'
import { canonicalLinks } from '../../src/mapping/links.ts'
import { canonicalRecord, differences } from '../../src/mapping/records.ts'
import { exportText } from '../../src/mapping/exportText.ts'
import { readFile } from '../../src/mapping/readFile.ts'
import type { FieldValue, Link, MappedRecord } from '../../src/mapping/types.ts'
import { corpusFiles } from '../helpers/corpusFiles.ts'
import { foreignLines } from '../helpers/foreignLines.ts'

type Edit = { what: string; keys: string[]; edit: (record: MappedRecord) => MappedRecord }

const parsed = (text: string): FrontMatter => {
  const result = parseFrontMatter(text)
  if (!result.ok) throw new Error(JSON.stringify(result.findings))
  return result.frontMatter
}

const set =
  (field: string, value: (before: FieldValue) => FieldValue): Edit['edit'] =>
  ({ fields, links }) => ({ fields: { ...fields, [field]: value(fields[field]) }, links })

const append = (text: string) => (before: FieldValue) => `${typeof before === 'string' ? before : ''}${text}`

const relink =
  (change: (links: Link[]) => Link[]): Edit['edit'] =>
  ({ fields, links }) => ({ fields, links: change(canonicalLinks(links)) })

const newLink: Link = {
  url: '/learn/physics/questions/what-is-new',
  values: { title: 'What: is "new"?', subject: 'Physics' },
  line: 0,
}

const questionKeys = ['question', 'title', 'article_title']

const edits: Edit[] = [
  { what: 'question', keys: questionKeys, edit: set('question', append(' Why: so?')) },
  { what: 'question cleared', keys: questionKeys, edit: set('question', () => undefined) },
  { what: 'title', keys: ['title'], edit: set('title', () => 'Another title') },
  { what: 'seo.title', keys: ['seo.title'], edit: set('seo.title', append(': #1')) },
  { what: 'seo.title cleared', keys: ['seo.title'], edit: set('seo.title', () => '') },
  { what: 'seo.description', keys: ['seo.page_description'], edit: set('seo.description', () => 'Short') },
  { what: 'seo.keywords', keys: ['seo.page_keywords'], edit: set('seo.keywords', append(', one more')) },
  { what: 'date', keys: ['date'], edit: set('date', () => '2031-01-02T12:00:00.000Z') },
  { what: 'author', keys: ['author'], edit: set('author', () => "Ann O'Neil") },
  { what: 'noIndex', keys: ['no_index'], edit: set('noIndex', (before) => !before) },
  { what: 'canonicalUrl', keys: ['canonical'], edit: set('canonicalUrl', () => '/learn/x') },
  { what: 'score', keys: ['score'], edit: set('score', () => 2) },
  { what: 'legacyId', keys: ['id'], edit: set('legacyId', () => 7) },
  { what: 'answer', keys: ['answer'], edit: set('answer', append('\n\n1. $\\nu \\neq 0$\n2. `a\\nb`\n\n')) },
  { what: 'answer to lines', keys: ['answer'], edit: set('answer', append('\n\n$$a\neq 1$$\nend')) },
  { what: 'answer to one line', keys: ['answer'], edit: set('answer', () => 'Use \\n here.') },
  { what: 'link added', keys: ['related_article'], edit: relink((links) => [newLink, ...links]) },
  { what: 'link appended', keys: ['related_article'], edit: relink((links) => [...links, newLink]) },
  { what: 'link removed', keys: ['related_article'], edit: relink((links) => links.slice(1)) },
  {
    what: 'link moved',
    keys: ['related_article'],
    edit: relink((links) => [...links.slice(1), ...links.slice(0, 1)]),
  },
]

const files = corpusFiles()
/** Each file gets some of the edits, and each edit some of the files of each subject. `all` tries all on all. */
const step = process.env.CORPUS_EDITS === 'all' ? 1 : 7

const urls = (links: Link[]): string[] => canonicalLinks(links).map(({ url }) => url)

describe.skipIf(files.length === 0)('real files', () => {
  it('real files are exported byte for byte if nobody edited them', () => {
    for (const { path, text } of files) {
      const frontMatter = parsed(text)
      const { record, findings } = readFile(articleMapping, path, frontMatter)
      expect(findings.filter(({ severity }) => severity === 'error')).toEqual([])
      // A copy with the links rebuilt takes the long way through all comparisons.
      const copy = {
        fields: { ...record.fields, title: record.fields.question },
        links: canonicalLinks(record.links),
      }
      expect(exportText(articleMapping, copy, { path, frontMatter })).toBe(text)
    }
  })

  it.each(edits)(
    'real files change only in the edited lines: $what',
    { timeout: 600_000 },
    ({ keys, edit, what }) => {
      const start = edits.findIndex((other) => other.what === what) % step
      for (const { path, text } of files.filter((_, at) => at % step === start)) {
        const frontMatter = parsed(text)
        const { record } = readFile(articleMapping, path, frontMatter)
        const edited = canonicalRecord(articleMapping, edit(record))
        const exported = exportText(articleMapping, edited, { path, frontMatter })
        expect(foreignLines(text, exported, keys), path).toEqual([])
        if (differences(articleMapping, record, edited).length > 0) expect(exported, path).not.toBe(text)
        const readBack = readFile(articleMapping, path, parsed(exported)).record
        expect(readBack.fields, path).toEqual(edited.fields)
        expect(urls(readBack.links), path).toEqual(urls(edited.links))
        // Taking the edit back gives the original bytes, because equal values take the base's source.
        expect(exportText(articleMapping, record, { path, frontMatter })).toBe(text)
      }
    },
  )
})
