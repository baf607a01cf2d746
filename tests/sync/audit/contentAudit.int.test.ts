import path from 'node:path'

import { afterAll, beforeAll, describe, expect, it } from 'vitest'

import { articleMapping } from '../../../collections/articleMapping.ts'
import type { ProblemCode } from '../../../src/problems/problems.ts'
import { auditFiles } from '../../../src/sync/audit/auditFiles.ts'
import { importFiles } from '../../../src/sync/import/importFiles.ts'
import type { AuditReport } from '../../../src/sync/report.ts'
import { makeTree } from '../../files/makeTree.ts'
import { articleText } from '../../fixtures/articleText.ts'
import { type Booted, bootPayload, database, skipped } from '../../helpers/bootPayload.ts'

type Lines = Record<string, string | undefined>

const question = (text: string): Lines => ({
  title: `title: ${text}`,
  article_title: `article_title: ${text}`,
  question: `question: ${text}`,
})

const link = (number: number, to: string, values: Record<string, string> = {}): Lines => {
  const shown = {
    id: '1',
    title: `What is ${to}`,
    subject: 'tea',
    url: `/learn/tea/questions/${to}`,
    ...values,
  }
  const lines = Object.entries(shown).map(([key, value]) => `    ${key}: ${value}`)
  return { [`related_article${number}`]: [`related_article${number}:`, ...lines].join('\n') }
}

const answer = (text: string): Lines => ({ answer: `answer: ${text}` })

const meta = (title: string, description: string): Lines => ({
  seo: `seo:\n  title: ${title}\n  page_description: ${description}\n  page_keywords: tea`,
})

/** A file in which an audit finds nothing but what `lines` say. */
const file = (slug: string, lines: Lines): string =>
  articleText('tea', slug, {
    id: 'id: 1',
    ...question(`What is ${slug}`),
    ...answer('It is something.'),
    ...meta(`About ${slug}`, `Everything about ${slug}.`),
    ...lines,
  })

const files: Record<string, string> = {
  'learn/tea/assam.md': file('assam', { ...link(1, 'ceylon'), ...link(2, 'ceylon'), ...link(3, 'assam') }),
  'learn/tea/ceylon.md': file('ceylon', { ...link(1, 'assam', { id: '2', title: 'What is black tea' }) }),
  'learn/tea/darjeeling.md': file('darjeeling', { ...link(1, 'assam'), ...link(2, 'gone') }),
  'learn/tea/earl.md': file('earl', question('How long should black tea steep in the pot?')),
  'learn/coffee/earl.md': articleText('coffee', 'earl', {
    ...question('How long should black tea steep in the POT'),
    ...answer('It steeps for three minutes.'),
    ...meta('About steeping', 'Everything about earl.'),
    subject: 'subject: Coffee',
  }),
  'learn/coffee/filter.md': articleText('coffee', 'filter', {
    ...question('How long should green tea steep in the pot?'),
    ...answer('It steeps for two minutes.'),
    ...meta(`About ${'very '.repeat(12)}green tea`, 'Green tea. '.repeat(15).trim()),
    subject: 'subject: COFFEE',
  }),
  'learn/tea/genmaicha.md': file('genmaicha', {
    ...answer(
      String.raw`I'm sorry, but I cannot answer this.\n\nThe rice is roasted until it is brown, and then it is mixed with`,
    ),
    seo: 'seo:\n  title: About genmaicha',
  }),
  'learn/tea/hojicha.md': file('hojicha', answer(String.raw`The share is \(\frac{1}{2\).`)),
}

describe.skipIf(skipped())(`content audited on ${database}`, () => {
  let booted: Booted
  let report: AuditReport
  const audit = (codes?: ProblemCode[]) =>
    auditFiles({ payload: booted.payload, mappings: [articleMapping], codes })
  const lineOf = (name: string, start: string): number =>
    (files[name] ?? '').split('\n').findIndex((line) => line.startsWith(start)) +
    // A link begins with its first key.
    (start.startsWith('related') ? 2 : 1)
  const found = (code: ProblemCode): string[] =>
    report.problems
      .filter((problem) => problem.code === code)
      .map(({ line, message, path: name }) => `${name}:${line} ${message}`)
      .sort()

  beforeAll(async () => {
    booted = await bootPayload()
    const folder = path.join(booted.folder, 'site')
    await makeTree(folder, files)
    await importFiles({ payload: booted.payload, mappings: [articleMapping], folder })
    report = await audit()
  })
  afterAll(() => booted?.close())

  it('counts links and documents', () => {
    expect(report).toMatchObject({
      audited: 8,
      resolved: 5,
      unresolved: 1,
      repeated: 1,
      self: 1,
      stale: 1,
      orphans: 6,
      isolated: 5,
      duplicates: 2,
      similar: 3,
    })
  })

  it('every finding is a warning', () => {
    expect(new Set(report.problems.map(({ severity }) => severity))).toEqual(new Set(['warning']))
  })

  it.each<[ProblemCode, string[]]>([
    [
      'repeated-link',
      [
        `learn/tea/assam.md:${lineOf('learn/tea/assam.md', 'related_article2')} The document already links to /learn/tea/questions/ceylon.`,
      ],
    ],
    [
      'self-link',
      [
        `learn/tea/assam.md:${lineOf('learn/tea/assam.md', 'related_article3')} The document links to itself.`,
      ],
    ],
    [
      'stale-link',
      [
        `learn/tea/ceylon.md:${lineOf('learn/tea/ceylon.md', 'related_article1')} The link to /learn/tea/questions/assam shows another id and title than the document has.`,
      ],
    ],
    [
      'unresolved-link',
      [
        `learn/tea/darjeeling.md:${lineOf('learn/tea/darjeeling.md', 'related_article2')} No document is published at /learn/tea/questions/gone.`,
      ],
    ],
    ['orphan-document', ['learn/tea/darjeeling.md:1 No other document links here.']],
    [
      'isolated-document',
      ['coffee/earl', 'coffee/filter', 'tea/earl', 'tea/genmaicha', 'tea/hojicha'].map(
        (name) => `learn/${name}.md:1 No other document links here, and this one links to none.`,
      ),
    ],
    [
      'duplicate-title',
      [
        `learn/coffee/earl.md:${lineOf('learn/coffee/earl.md', 'question')} The title is also that of learn/tea/earl.md, with different texts.`,
        `learn/tea/earl.md:${lineOf('learn/tea/earl.md', 'question')} The title is also that of learn/coffee/earl.md, with different texts.`,
      ],
    ],
    [
      'repeated-description',
      [
        `learn/coffee/earl.md:${lineOf('learn/coffee/earl.md', '  page_description')} The meta description is also that of learn/tea/earl.md.`,
        `learn/tea/earl.md:${lineOf('learn/tea/earl.md', '  page_description')} The meta description is also that of learn/coffee/earl.md.`,
      ],
    ],
    [
      'long-meta-text',
      [
        `learn/coffee/filter.md:${lineOf('learn/coffee/filter.md', '  title')} The meta title has 75 characters, and search results show about 60.`,
        `learn/coffee/filter.md:${lineOf('learn/coffee/filter.md', '  page_description')} The meta description has 164 characters, and search results show about 160.`,
      ],
    ],
    ['missing-meta-text', ['learn/tea/genmaicha.md:1 There is no meta description.']],
    [
      'refusal',
      [
        `learn/tea/genmaicha.md:${lineOf('learn/tea/genmaicha.md', 'answer')} The text says that it does not answer the question.`,
      ],
    ],
    [
      'cut-off',
      [
        `learn/tea/genmaicha.md:${lineOf('learn/tea/genmaicha.md', 'answer')} The text ends with 's roasted until it is brown, and then it is mixed with'.`,
      ],
    ],
  ])('finds each %s', (code, expected) => {
    const shown = found(code).map((line) => line.replace(/ends with '.* roasted/, "ends with 's roasted"))
    expect(shown).toEqual(expected)
  })

  it('finds titles with almost the same words, and says how many', () => {
    expect(found('similar-title')).toEqual([
      expect.stringMatching(
        /^learn\/coffee\/earl\.md:\d+ The title has 80 % of its words in common with that of learn\/coffee\/filter\.md\.$/,
      ),
      expect.stringMatching(/^learn\/coffee\/filter\.md:\d+ .* that of learn\/(?:coffee|tea)\/earl\.md\.$/),
      expect.stringMatching(/^learn\/tea\/earl\.md:\d+ .* that of learn\/coffee\/filter\.md\.$/),
    ])
  })

  it('finds formulas that cannot be rendered', () => {
    expect(found('broken-formula')).toEqual([
      expect.stringMatching(/^learn\/tea\/hojicha\.md:\d+ The formula '\\frac\{1\}\{2' cannot be rendered: /),
    ])
  })

  it('finds other spellings of a subject', () => {
    expect(found('subject-spelling')).toHaveLength(1)
    expect(found('subject-spelling')[0]).toMatch(
      /^learn\/coffee\/\w+\.md:\d+ '(?:Coffee|COFFEE)' is spelled '(?:Coffee|COFFEE)'/,
    )
  })

  it('lists only problems with the wanted codes, and counts everything', async () => {
    const some = await audit(['refusal', 'self-link'])
    expect(some.problems.map(({ code }) => code).sort()).toEqual(['refusal', 'self-link'])
    expect(some).toMatchObject({ audited: 8, orphans: 6, similar: 3 })
  })

  it('does not know of links to a document that is not published any more', async () => {
    const { docs } = await booted.payload.find({
      collection: 'articles',
      where: { slug: { equals: 'ceylon' } },
    })
    await booted.payload.update({
      collection: 'articles',
      id: docs[0]?.id ?? '',
      data: { _status: 'draft' },
    })
    expect(await audit()).toMatchObject({ audited: 7, resolved: 2, unresolved: 3 })
  })
})
