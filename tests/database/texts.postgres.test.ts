import { randomBytes } from 'node:crypto'
import { mkdirSync, writeFileSync } from 'node:fs'
import path from 'node:path'

import { afterAll, beforeAll, describe, expect, it } from 'vitest'

import { generateSite } from '../../.scripts/site/generateSite.ts'
import { articleMapping } from '../../collections/articleMapping.ts'
import { importFiles } from '../../src/sync/import/importFiles.ts'
import { type BootedArticles, bootArticles } from '../helpers/bootArticles.ts'
import { skipped } from '../helpers/bootPayload.ts'
import { rest } from '../helpers/rest.ts'

const long = randomBytes(6_000).toString('base64')

describe.skipIf(skipped())('a text that is too long for an index of Postgres', () => {
  let opened: BootedArticles
  beforeAll(async () => {
    opened = await bootArticles()
  })
  afterAll(() => opened.booted.close())

  it('a save with a text that is too long is refused with a sentence', async () => {
    const body = { subject: opened.subject, question: long, answer: 'x', _status: 'published' }
    const answer = await rest(opened.booted.config, 'articles', { as: 'editor', method: 'POST', body })
    expect(answer.status).toBe(400)
    expect(JSON.stringify(answer.body)).toContain('longer than about 2,700 bytes')
  })

  it('a file with a text that is too long is reported, and the others are imported', async () => {
    const folder = path.join(opened.booted.folder, 'site')
    const files = [...generateSite({ articles: 6 })]
    const [tooLong] = files
    for (const file of files) {
      const text = file.text.replace(/^question:.*\n(?: .*\n|\n)*/m, `question: ${long}\n`)
      mkdirSync(path.dirname(path.join(folder, file.path)), { recursive: true })
      writeFileSync(path.join(folder, file.path), file === tooLong ? text : file.text)
    }
    const report = await importFiles({ payload: opened.booted.payload, mappings: [articleMapping], folder })
    expect(report).toMatchObject({ created: 5, rejected: 1 })
    const refused = report.problems.filter(({ severity }) => severity === 'error')
    expect(refused.map(({ code, path: file }) => [code, file])).toEqual([['invalid-document', tooLong?.path]])
  })
})
