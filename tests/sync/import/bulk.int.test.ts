import { mkdtempSync, rmSync } from 'node:fs'
import { tmpdir } from 'node:os'
import path from 'node:path'

import { APIError, type Payload } from 'payload'
import { afterAll, beforeAll, describe, expect, it, vi } from 'vitest'

import { generateSite } from '../../../.scripts/site/generateSite.ts'
import { writeSite } from '../../../.scripts/site/writeSite.ts'
import { articleMapping } from '../../../collections/articleMapping.ts'
import { bulkCreationOf } from '../../../src/documents/bulkCreation.ts'
import { rowsOf } from '../../../src/documents/rows.ts'
import { importFiles } from '../../../src/sync/import/importFiles.ts'
import { type Booted, bootPayload, database, skipped } from '../../helpers/bootPayload.ts'
import { comparable, rowsByTable } from '../../helpers/databaseState.ts'

const collections = [
  'articles',
  'subjects',
  'answerbook-files',
  'answerbook-links',
  'answerbook-runs',
  'answerbook-changes',
] as const

describe.skipIf(skipped())(`documents that are written together, on ${database}`, () => {
  let booted: Booted
  let payload: Payload
  const folder = mkdtempSync(path.join(tmpdir(), 'answerbook-site-'))

  const clear = async (): Promise<void> => {
    for (const collection of collections) {
      await payload.db.deleteMany({ collection, where: {} })
      if (collection === 'articles') await payload.db.deleteVersions({ collection, where: {} })
    }
  }

  const state = async () => {
    const named = ['articles', 'subjects'] as const
    const names = new Map<string, string>()
    for (const collection of named)
      for (const row of await rowsOf(payload).find({ collection }))
        names.set(String(row.id), String(row.url ?? row.slug))
    return comparable(await rowsByTable(payload), (id) => names.get(id))
  }

  const imported = async () => {
    await clear()
    const report = await importFiles({ payload, mappings: [articleMapping], folder, remember: false })
    return { report, tables: await state() }
  }

  beforeAll(async () => {
    await writeSite(folder, generateSite({ articles: 300, seed: 11 }))
    booted = await bootPayload()
    payload = booted.payload
  })
  afterAll(async () => {
    await booted?.close()
    rmSync(folder, { force: true, recursive: true })
  })

  it('leaves the same rows in every table as Payload’s create operation', async () => {
    expect(bulkCreationOf(payload, 'articles')).toBeDefined()
    const versions = vi.spyOn(payload.db, 'createVersion')
    const together = await imported()
    // On SQL databases, the rows of most versions are made from those of their documents.
    if (database !== 'mongodb') expect(versions.mock.calls.length).toBeLessThan(10)
    versions.mockRestore()
    // A hook of the app after the operation, which only Payload’s own create operation serves.
    const created: unknown[] = []
    payload.collections.articles.config.hooks.afterChange.push(({ doc }) => {
      created.push(doc)
      return doc
    })
    expect(bulkCreationOf(payload, 'articles')).toBeUndefined()
    const oneByOne = await imported()

    expect(created.length).toBe(300)
    expect(together.report.created).toBe(300)
    expect(Object.values(together.tables).flat().length).toBeGreaterThan(1_000)
    expect(together.report.problems).toEqual(oneByOne.report.problems)
    for (const [table, rows] of Object.entries(oneByOne.tables))
      expect({ [table]: together.tables[table] }).toEqual({ [table]: rows })
    expect(Object.keys(together.tables)).toEqual(Object.keys(oneByOne.tables))
    payload.collections.articles.config.hooks.afterChange.pop()
  })

  it.each([1, 60, 249, 300])(
    'leaves out only the document that a hook refuses, as number %d, whatever is being inserted then',
    async (number) => {
      expect(bulkCreationOf(payload, 'articles')).toBeDefined()
      const begun = new Set<unknown>()
      const { beforeChange } = payload.collections.articles.config.hooks
      beforeChange.push(({ data }) => {
        begun.add(data.url)
        if ([...begun].indexOf(data.url) === number - 1) throw new APIError('Not this one.', 400)
        return data
      })
      const { report } = await imported().finally(() => beforeChange.pop())
      expect(report).toMatchObject({ created: 299, rejected: 1 })
      expect(report.problems.filter(({ severity }) => severity === 'error')).toMatchObject([
        { code: 'invalid-document', message: 'Not this one.' },
      ])
      const rows = rowsOf(payload)
      expect(await rows.count('articles')).toBe(299)
      expect(await rows.countVersions({ collection: 'articles', where: {} })).toBe(299)
      expect(await rows.count('answerbook-files')).toBe(299)
    },
  )
})
