import { mkdirSync, rmSync } from 'node:fs'
import path from 'node:path'

import { afterAll, beforeAll, beforeEach, describe, expect, it } from 'vitest'

import { articleMapping } from '../../../collections/articleMapping.ts'
import { auditFiles } from '../../../src/sync/audit/auditFiles.ts'
import { exportFiles } from '../../../src/sync/export/exportFiles.ts'
import { importFiles } from '../../../src/sync/import/importFiles.ts'
import { makeTree } from '../../files/makeTree.ts'
import { articleText } from '../../fixtures/articleText.ts'
import { articlesOf } from '../../helpers/articlesOf.ts'
import { type Booted, bootPayload, database, skipped } from '../../helpers/bootPayload.ts'

const text = (slug: string, answer: string): string =>
  articleText('test', slug, { answer: `answer: >-\n    ${answer}` })

const url = (slug: string): string => `/learn/test/questions/${slug}`

describe.skipIf(skipped())(`links in answers, audited on ${database}`, () => {
  let booted: Booted
  let articles: ReturnType<typeof articlesOf>
  let folder: string
  let site = 0
  beforeAll(async () => {
    booted = await bootPayload()
    articles = articlesOf(booted.payload)
  })
  afterAll(() => booted.close())
  beforeEach(async () => {
    for (const collection of ['articles', 'answerbook-files', 'answerbook-runs', 'redirects'] as const)
      await booted.payload.delete({ collection, where: { id: { exists: true } }, trash: true })
    folder = path.join(booted.folder, `site-${(site += 1)}`)
  })

  const take = async (files: Record<string, string>): Promise<void> => {
    await makeTree(
      folder,
      Object.fromEntries(
        Object.entries(files).map(([slug, answer]) => [`learn/test/${slug}.md`, text(slug, answer)]),
      ),
    )
    await importFiles({ payload: booted.payload, mappings: [articleMapping], folder })
  }
  const idOf = async (slug: string): Promise<string> => {
    const { docs } = await booted.payload.find({ collection: 'articles', where: { slug: { equals: slug } } })
    return docs[0]?.id ?? ''
  }
  const audit = async () =>
    (
      await auditFiles({
        payload: booted.payload,
        mappings: [articleMapping],
        codes: ['broken-link', 'moved-link', 'picture-not-exported'],
      })
    ).problems

  it('audit lists links to articles that have moved, are unpublished, or do not exist, each at its position', async () => {
    const answer = `See [two](${url('two')}), [three](${url('three')}?x=1#part), [none](${url('none')}/) and [one](${url('one')}).`
    await take({
      one: answer,
      two: 'Two.',
      three: 'Three.',
    })
    expect(await audit()).toMatchObject([{ code: 'broken-link' }])
    await articles.update(await idOf('two'), { slug: 'second' })
    await articles.update(await idOf('three'), { _status: 'draft' })
    const problems = await audit()
    expect(problems.map(({ code, severity }) => `${severity} ${code}`)).toEqual([
      'warning moved-link',
      'warning broken-link',
      'warning broken-link',
    ])
    const lines = text('one', answer).split('\n')
    const at = lines.indexOf('answer: >-') + 1
    expect(problems.map(({ column, line }) => [line, column])).toEqual(
      ['two', 'three', 'none'].map((slug) => [at + 1, (lines[at] ?? '').indexOf(url(slug)) + 1]),
    )
    expect(problems[0]).toMatchObject({
      path: 'learn/test/one.md',
      message: `The text links to ${url('two')}, which has moved to ${url('second')}.`,
      remedy: `Link to ${url('second')}.`,
    })
  })

  it.each([
    ['a reference', `[two][2]\\n\\n[2]: ${url('none')}`, 1],
    ['HTML', `<a href="${url('none')}">two</a>`, 1],
    ['a link in a table', `| a |\\n| - |\\n| [x](${url('none')}) |`, 1],
    ['the same link again', `[x](${url('none')}) [y](${url('none')})`, 2],
    ['code', `\`[x](${url('none')})\``, 0],
    ['another page', '[about](/about) [mail](mailto:a@b.c) [top](#top) [relative](none)', 0],
    ['another host', `[x](https://example.com${url('none')}) [y](//example.com${url('none')})`, 0],
    ['words', `It stands at ${url('none')}.`, 0],
  ])('audit recognizes a link: %s', async (_name, answer, count) => {
    await take({ one: answer })
    expect((await audit()).map(({ code }) => code)).toEqual(
      Array.from({ length: count }, () => 'broken-link'),
    )
  })

  it('audit counts a manual redirect as a move, and prefers a published article to a redirect', async () => {
    await take({ one: `[a](${url('old')}) [b](${url('two')})`, two: 'Two.' })
    for (const from of [url('old'), url('two')])
      await booted.payload.create({ collection: 'redirects', data: { from, to: '/elsewhere' } })
    expect(await audit()).toMatchObject([{ code: 'moved-link', remedy: 'Link to /elsewhere.' }])
  })

  it('audit warns of images of the CMS, by article, as each export does', async () => {
    await take({
      one: 'Look: ![cell](/api/media/file/cell.png) and ![x](https://example.com/api/media/file/x.png)',
      two: '<img src="http://localhost:3000/api/media/file/two.png" alt="two">',
      three: 'Write `/api/media/file/x.png`, or ![own](/images/own.png).',
    })
    const warnings = [
      ['learn/test/one.md', '/api/media/file/cell.png'],
      ['learn/test/two.md', 'http://localhost:3000/api/media/file/two.png'],
    ].map(([file, address]) => ({
      path: file,
      severity: 'warning',
      code: 'picture-not-exported',
      message: `The image ${address} is served by the CMS and not exported.`,
    }))
    const byPath = <T extends { path: string }>(problems: T[]): T[] =>
      problems.sort((a, b) => (a.path < b.path ? -1 : 1))
    expect(byPath(await audit())).toMatchObject(warnings)
    const target = path.join(booted.folder, `target-${site}`)
    mkdirSync(target)
    const give = () => exportFiles({ payload: booted.payload, mappings: [articleMapping], folder: target })
    expect(byPath((await give()).problems)).toMatchObject(warnings)
    expect(byPath((await give()).problems)).toMatchObject(warnings)
    rmSync(target, { recursive: true })
  })
})
