import { mkdir, mkdtemp, writeFile } from 'node:fs/promises'
import path from 'node:path'

import type { Payload } from 'payload'
import { afterAll, afterEach, beforeAll, beforeEach, describe, expect, it, vi } from 'vitest'

import { articleMapping } from '../../collections/articleMapping.ts'
import type { StoredDocument } from '../../src/documents/documents.ts'
import { rowsOf } from '../../src/documents/rows.ts'
import { exportFiles } from '../../src/sync/export/exportFiles.ts'
import { importFiles } from '../../src/sync/import/importFiles.ts'
import { LeaseLostError } from '../../src/sync/records/lease.ts'
import { articleText } from '../fixtures/articleText.ts'
import { articlesOf } from '../helpers/articlesOf.ts'
import { type Booted, bootPayload, database, skipped } from '../helpers/bootPayload.ts'

const changes = 'answerbook-changes'

describe.skipIf(skipped())(`the end of runs on ${database}`, () => {
  let booted: Booted
  let payload: Payload
  let folder: string
  const mappings = [articleMapping]
  beforeAll(async () => {
    booted = await bootPayload()
    payload = booted.payload
  })
  afterAll(() => booted?.close())
  beforeEach(async () => {
    for (const collection of ['articles', 'redirects', 'answerbook-files', 'answerbook-runs'] as const)
      await payload.delete({ collection, where: { id: { exists: true } }, trash: true })
    await rowsOf(payload).remove({ collection: changes, where: { id: { exists: true } } })
    folder = await mkdtemp(path.join(booted.folder, 'site-'))
    await mkdir(path.join(folder, 'learn/test'), { recursive: true })
    await put('one')
    await importFiles({ payload, mappings, folder })
  })
  afterEach(() => vi.restoreAllMocks())

  const put = (slug: string): Promise<void> =>
    writeFile(
      path.join(folder, `learn/test/${slug}.md`),
      articleText('test', slug, { id: undefined, question: `question: What is ${slug}?` }),
    )
  const move = async (slug: string, to: string): Promise<void> => {
    const [article] = await rowsOf(payload).find({
      collection: 'articles',
      where: { slug: { equals: slug } },
    })
    await articlesOf(payload).update(article?.id ?? '', { slug: to })
  }
  const noted = (): Promise<StoredDocument[]> => rowsOf(payload).find({ collection: changes })

  it.each<[string, (run: Parameters<typeof importFiles>[0]) => Promise<unknown>]>([
    ['an import', importFiles],
    ['an export', exportFiles],
  ])('%s that fails reports what has failed first', async (_, work) => {
    await put('two')
    await move('one', 'other')
    const find = payload.db.find.bind(payload.db)
    const onProgress = ({ done, phase }: { done: number; phase: string }): void => {
      if (done === 0 || (phase !== 'import' && phase !== 'export')) return
      vi.spyOn(payload.db, 'find').mockImplementation((options) => {
        if (options.collection === changes) throw new Error('The second failure.')
        return find(options)
      })
      throw new Error('The first failure.')
    }
    await expect(work({ payload, mappings, folder, onProgress })).rejects.toThrow('The first failure.')
    const [run] = await rowsOf(payload).find({ collection: 'answerbook-runs', sort: '-startedAt' })
    expect(run).toMatchObject({
      status: 'failed',
      problems: [{ code: 'run-failed', message: 'The first failure.' }],
    })
  })

  it('an export that has lost its lease notes nothing at its end', async () => {
    await move('one', 'other')
    const before = await noted()
    const begin = payload.db.beginTransaction.bind(payload.db)
    const loseLease = (): void => {
      const beginning = vi.spyOn(payload.db, 'beginTransaction').mockImplementation(async (options) => {
        beginning.mockRestore()
        await rowsOf(payload).updateWhere({
          collection: 'answerbook-runs',
          data: { token: 'of another process' },
          where: { status: { equals: 'running' } },
        })
        return begin(options)
      })
    }
    const exporting = exportFiles({
      payload,
      mappings,
      folder,
      onProgress: ({ phase }) => (phase === 'remove' ? loseLease() : undefined),
    })
    await expect(exporting).rejects.toThrow(LeaseLostError)
    expect(await noted()).toEqual(before)
    // Its end belongs to the other process.
    await rowsOf(payload).updateWhere({
      collection: 'answerbook-runs',
      data: { lease: 'gone' },
      where: { token: { equals: 'of another process' } },
    })
  })
})
