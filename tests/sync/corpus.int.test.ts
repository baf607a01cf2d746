import { createHash } from 'node:crypto'
import { readFileSync } from 'node:fs'
import path from 'node:path'

import type { Payload } from 'payload'
import { afterAll, beforeAll, describe, expect, it } from 'vitest'

import { articleMapping } from '../../collections/articleMapping.ts'
import type { ProblemCode } from '../../src/problems/problems.ts'
import type { Article } from '../../src/generated/payload-types.ts'
import { decodeEscapes } from '../../src/markdown/escapes.ts'
import { auditFiles } from '../../src/sync/audit/auditFiles.ts'
import { exportFiles } from '../../src/sync/export/exportFiles.ts'
import { verifyFiles } from '../../src/sync/export/verifyFiles.ts'
import { importFiles } from '../../src/sync/import/importFiles.ts'
import type { ImportReport } from '../../src/sync/report.ts'
import { rowsOf } from '../../src/documents/rows.ts'
import { type Booted, bootPayload, database, skipped } from '../helpers/bootPayload.ts'
import { contentFacts } from '../helpers/contentFacts.ts'
import { corpusFiles } from '../helpers/corpusFiles.ts'
import { foreignLines } from '../helpers/foreignLines.ts'
import { frontMatterOf, siteFacts } from '../helpers/siteFacts.ts'

const files = corpusFiles()
const root = path.resolve(process.env.CORPUS_DIR ?? '../shared/corpus', 'site')

const digestOfRows = async (payload: Payload): Promise<string> => {
  const hash = createHash('sha256')
  const rows = rowsOf(payload)
  for (const collection of ['articles', 'subjects']) {
    for (const row of await rows.find({ collection, sort: 'id' })) hash.update(JSON.stringify(row))
  }
  for (const version of await rows.findVersions({ collection: 'articles', sort: 'id' }))
    hash.update(JSON.stringify(version))
  return hash.digest('hex')
}

type Edit = { what: string; keys: string[]; data: (article: Article) => Partial<Article> }

const isId = (value: unknown): value is string => typeof value === 'string'
const related = ({ relatedArticles }: Article): string[] => (relatedArticles ?? []).filter(isId)

// Each edit goes to an article that it changes.
const edits: Edit[] = [
  {
    what: 'question',
    keys: ['question', 'title', 'article_title'],
    data: () => ({ question: 'What: is "it" # now?' }),
  },
  {
    what: 'meta title',
    keys: ['seo.title'],
    data: ({ seo }) => ({ seo: { ...seo, title: 'Another: title' } }),
  },
  {
    what: 'meta description',
    keys: ['seo.page_description'],
    data: ({ seo }) => ({ seo: { ...seo, description: 'Short.' } }),
  },
  {
    what: 'keywords',
    keys: ['seo.page_keywords'],
    data: ({ seo }) => ({ seo: { ...seo, keywords: 'a, b' } }),
  },
  { what: 'date', keys: ['date'], data: () => ({ date: '2026-05-06' }) },
  { what: 'author', keys: ['author'], data: () => ({ author: 'Ann' }) },
  { what: 'noIndex', keys: ['no_index'], data: ({ noIndex }) => ({ noIndex: !noIndex }) },
  { what: 'score', keys: ['score'], data: () => ({ score: 3 }) },
  {
    what: 'answer',
    keys: ['answer'],
    data: ({ answer }) => ({ answer: `${answer}\n\nOne more paragraph.` }),
  },
  {
    what: 'link removed',
    keys: ['related_article'],
    data: (article) => ({ relatedArticles: related(article).slice(1) }),
  },
  {
    what: 'link moved',
    keys: ['related_article'],
    data: (article) => ({ relatedArticles: related(article).reverse() }),
  },
  {
    what: 'link added',
    keys: ['related_article'],
    data: (article) => ({ relatedArticles: [...related(article), article.id] }),
  },
]

describe.skipIf(skipped() ?? files.length === 0)(`a real site on ${database}`, () => {
  let booted: Booted
  let payload: Payload
  let report: ImportReport
  const facts = siteFacts(files)
  const options = { mappings: [articleMapping], folder: root }

  beforeAll(async () => {
    booted = await bootPayload()
    payload = booted.payload
    report = await importFiles({ ...options, payload })
  }, 900_000)
  afterAll(() => booted?.close())

  it('a real site is imported completely', () => {
    expect(report).toMatchObject({ created: facts.files, rejected: 0, ignored: 0 })
  })

  it('the database agrees with counts made directly from the files', async () => {
    expect((await payload.count({ collection: 'articles' })).totalDocs).toBe(facts.files)
    const subjects = await payload.find({ collection: 'subjects', limit: 0, pagination: false })
    expect(subjects.docs).toHaveLength(facts.subjects.folders)
    const spellings = subjects.docs.flatMap(({ aliases, title }) => [title, ...(aliases ?? [])])
    expect(new Set(spellings).size).toBe(facts.subjects.spellings)
    const sharing = report.problems.filter(({ code }) => code === 'shared-id')
    expect(sharing).toHaveLength(facts.sharing.files)
    const unresolved = report.problems.filter(({ code }) => code === 'unresolved-link')
    const listed = unresolved.map(
      ({ message, path: file }) => `${file} ${/(\/learn\/\S+)\.$/.exec(message)?.[1]}`,
    )
    expect(listed.sort()).toEqual([...facts.unresolved].sort())
    console.info(
      `${facts.sharing.files} files share ${facts.sharing.ids} ids; ${facts.subjects.folders} subjects from ${facts.subjects.spellings} spellings; ${facts.unresolved.length} unresolved links`,
    )
  })

  it('every file is exported byte for byte, and verified', { timeout: 600_000 }, async () => {
    const out = path.join(booted.folder, 'out')
    expect(await exportFiles({ ...options, payload, folder: out })).toMatchObject({
      written: facts.files,
      problems: [],
    })
    for (const { path: file, text } of files)
      expect(readFileSync(path.join(out, file), 'utf8') === text, file).toBe(true)
    const verified = await verifyFiles({ ...options, payload })
    expect(verified).toMatchObject({
      identical: facts.files,
      different: 0,
      missing: 0,
      extra: 0,
      problems: [],
    })
  })

  it('every ambiguous escape is listed at its position', { timeout: 600_000 }, async () => {
    const codes = ['ambiguous-dollar', 'ambiguous-escape'] as const
    const { audited, problems: all } = await auditFiles({ ...options, payload, codes })
    expect(audited).toBe(facts.files)
    const problems = all.filter(({ code }) => code !== 'ambiguous-dollar')
    const ambiguous = files.flatMap(({ path: file, text }) => {
      const { answer } = frontMatterOf(text)
      return typeof answer === 'string' ? decodeEscapes(answer).findings.map(() => file) : []
    })
    expect(problems.map(({ path: file }) => file).sort()).toEqual(ambiguous.sort())
    const texts = new Map(files.map(({ path: file, text }) => [file, text.split('\n')]))
    for (const { code, column, line, message, path: file } of problems) {
      expect(code).toBe('ambiguous-escape')
      const rest = texts.get(file)?.[line - 1]?.slice(column - 1, column + 21) ?? ''
      expect(rest, file).toMatch(/^\\n/)
      expect(message, file).toContain(`${rest}'.`)
    }
    for (const { code, column, line, path: file } of all)
      if (code === 'ambiguous-dollar') expect(texts.get(file)?.[line - 1]?.[column - 1], file).toBe('$')
    console.info(`${ambiguous.length} ambiguous escapes, ${all.length - problems.length} ambiguous dollars`)
  })

  it('an audit counts what the files contain', { timeout: 600_000 }, async () => {
    const { problems, ...counts } = await auditFiles({ ...options, payload })
    const content = contentFacts(files)
    expect(counts).toMatchObject(content.counts)
    const pathsWith = (wanted: ProblemCode): string[] =>
      problems.filter(({ code }) => code === wanted).map(({ path: file }) => file)
    expect(pathsWith('similar-title').sort()).toEqual(content.similar)
    expect(pathsWith('refusal')).toEqual(expect.arrayContaining(content.refusals))
    console.info(JSON.stringify(counts))
  })

  it('a second import changes no row', { timeout: 600_000 }, async () => {
    const before = await digestOfRows(payload)
    expect(await importFiles({ ...options, payload })).toMatchObject({
      created: 0,
      updated: 0,
      unchanged: facts.files,
    })
    expect(await digestOfRows(payload)).toBe(before)
  })

  it('an edit changes only the lines of its field', { timeout: 600_000 }, async () => {
    const all = await payload.find({
      collection: 'articles',
      depth: 0,
      limit: 0,
      pagination: false,
      sort: 'url',
    })
    const linked = all.docs.filter(
      (article) => related(article).length > 1 && !related(article).includes(article.id),
    )
    const edited = new Map<string, Edit>()
    for (const [at, edit] of edits.entries()) {
      for (const article of linked.filter((_, index) => index % 97 === at)) {
        await payload.update({ collection: 'articles', id: article.id, data: edit.data(article) })
        edited.set(`learn/${String(article.url).split('/')[2]}/${article.slug}.md`, edit)
      }
    }
    expect(edited.size).toBeGreaterThan(edits.length)
    const out = path.join(booted.folder, 'edited')
    const exported = await exportFiles({ ...options, payload, folder: out })
    expect(exported.problems).toEqual([])
    for (const { path: file, text } of files) {
      const written = readFileSync(path.join(out, file), 'utf8')
      const edit = edited.get(file)
      expect(foreignLines(text, written, edit?.keys ?? []), `${file} ${edit?.what}`).toEqual([])
      if (edit) expect(written, `${file} ${edit.what}`).not.toBe(text)
    }
    // Importing the exported files changes nothing on either side.
    const back = await importFiles({ ...options, payload, folder: out })
    expect(back).toMatchObject({ created: 0, updated: 0, rejected: 0, unchanged: facts.files })
    expect(await verifyFiles({ ...options, payload, folder: out })).toMatchObject({
      identical: facts.files,
      different: 0,
    })
  })
})
