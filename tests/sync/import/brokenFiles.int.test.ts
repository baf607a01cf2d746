import { mkdirSync, writeFileSync } from 'node:fs'
import path from 'node:path'

import { afterAll, beforeAll, describe, expect, it } from 'vitest'

import { articleMapping } from '../../../collections/articleMapping.ts'
import { importFiles } from '../../../src/sync/import/importFiles.ts'
import { articleText } from '../../fixtures/articleText.ts'
import { brokenFiles } from '../../fixtures/brokenFiles.ts'
import { type Booted, bootPayload, database, skipped } from '../../helpers/bootPayload.ts'

describe.skipIf(skipped())(`broken files on ${database}`, () => {
  let booted: Booted
  beforeAll(async () => {
    booted = await bootPayload()
  })
  afterAll(() => booted?.close())

  it('an import accepts 20 good files and reports 24 broken ones, each with its position and code', async () => {
    const root = path.join(booted.folder, 'site')
    const good = Array.from({ length: 20 }, (_, at) => `good-${at}`)
    mkdirSync(path.join(root, 'learn/broken'), { recursive: true })
    for (const slug of good)
      writeFileSync(path.join(root, `learn/broken/${slug}.md`), articleText('broken', slug))
    for (const { make, path: file } of brokenFiles) make(path.join(root, file))

    const before = process.memoryUsage().rss
    const { payload } = booted
    const report = await importFiles({ payload, mappings: [articleMapping], folder: root })

    const errors = report.problems.filter(({ severity }) => severity === 'error')
    const places = errors.map(({ path: file, code, line, column }) => ({ path: file, code, line, column }))
    const byPath = (a: { path: string }, b: { path: string }) => (a.path < b.path ? -1 : 1)
    expect(places.sort(byPath)).toEqual(
      brokenFiles
        .map(({ path: file, code, line, column }) => ({ path: file, code, line, column }))
        .sort(byPath),
    )
    expect(report).toMatchObject({ created: 20, rejected: 24 })
    for (const { message, remedy } of errors) {
      expect(message).toMatch(/\.$/)
      expect(remedy).toMatch(/\.$/)
    }
    expect(report.seconds).toBeLessThan(60)
    expect(process.memoryUsage().rss - before).toBeLessThan(300e6)
    const { totalDocs } = await payload.count({ collection: 'articles' })
    expect(totalDocs).toBe(20)
    expect(Object.prototype).not.toHaveProperty('x')
  })
})
