import path from 'node:path'

import { afterAll, beforeAll, describe, expect, it } from 'vitest'

import { articleMapping } from '../../../collections/articleMapping.ts'
import { auditFiles } from '../../../src/sync/audit/auditFiles.ts'
import { importFiles } from '../../../src/sync/import/importFiles.ts'
import { makeTree } from '../../files/makeTree.ts'
import { articleText } from '../../fixtures/articleText.ts'
import { type Booted, bootPayload, database, skipped } from '../../helpers/bootPayload.ts'

const text = (slug: string, answer: string): string =>
  articleText('test', slug, { answer: `answer: ${answer}` })

describe.skipIf(skipped())(`audit on ${database}`, () => {
  let booted: Booted
  beforeAll(async () => {
    booted = await bootPayload()
  })
  afterAll(() => booted.close())

  const take = (folder: string) =>
    importFiles({ payload: booted.payload, mappings: [articleMapping], folder })
  const codes = ['ambiguous-escape', 'ambiguous-dollar'] as const
  const audit = () => auditFiles({ payload: booted.payload, mappings: [articleMapping], codes })

  it('audit lists ambiguous escapes, with their position in the file', async () => {
    const folder = path.join(booted.folder, 'site')
    await makeTree(folder, {
      'learn/test/clear.md': text('clear', String.raw`One.\n\nTwo $a \neq b$.`),
      'learn/test/plain.md': text('plain', String.raw`where x \neq 0\n\nand y \neq 0`),
      'learn/test/quoted.md': text('quoted', String.raw`"where x \\neq 0"`),
    })
    await take(folder)
    const report = await audit()
    expect(report).toMatchObject({ audited: 3 })
    const line = articleText('test', 'plain').split('\n').indexOf('answer: >-') + 1
    const found = report.problems.map(({ code, column, line: at, path: file, severity }) =>
      [file, at - line, column, severity, code].join(' '),
    )
    expect(found.sort()).toEqual([
      'learn/test/plain.md 0 17 warning ambiguous-escape',
      'learn/test/plain.md 0 33 warning ambiguous-escape',
      'learn/test/quoted.md 0 18 warning ambiguous-escape',
    ])
  })

  it('audit lists ambiguous dollars, each at its position', async () => {
    const folder = path.join(booted.folder, 'money')
    const answer = String.raw`It sells\n\nfor $36 and *not* for $38.`
    await makeTree(folder, { 'learn/test/money.md': text('money', answer) })
    await take(folder)
    const { problems } = await audit()
    const line = articleText('test', 'money').split('\n').indexOf('answer: >-') + 1
    const found = problems.filter(({ code }) => code === 'ambiguous-dollar')
    const column = 'answer: '.length + answer.indexOf('$') + 1
    expect(found).toMatchObject([{ path: 'learn/test/money.md', line, column, severity: 'warning' }])
    expect(found[0]?.message).toBe("'$36 and *not* for$' was read as text.")
    const { docs } = await booted.payload.find({
      collection: 'articles',
      where: { slug: { equals: 'money' } },
    })
    await booted.payload.delete({ collection: 'articles', id: docs[0]?.id ?? '' })
  })

  it('audit reports neither an answer that was corrected in the CMS nor one without a file', async () => {
    const { docs } = await booted.payload.find({
      collection: 'articles',
      where: { slug: { not_equals: 'clear' } },
    })
    const [corrected, unpublished] = docs
    await booted.payload.update({
      collection: 'articles',
      id: corrected?.id ?? '',
      data: { answer: 'where $x \\neq 0$', _status: 'published' },
    })
    await booted.payload.update({
      collection: 'articles',
      id: unpublished?.id ?? '',
      data: { _status: 'draft' },
    })
    expect(await audit()).toMatchObject({ audited: 2, problems: [] })
  })
})
