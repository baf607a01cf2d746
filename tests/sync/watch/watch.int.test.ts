import { mkdirSync, readFileSync, renameSync, rmSync, writeFileSync } from 'node:fs'
import path from 'node:path'

import type { Payload } from 'payload'
import { afterAll, afterEach, beforeAll, beforeEach, describe, expect, it, vi } from 'vitest'

import { articleMapping } from '../../../collections/articleMapping.ts'
import { inTransaction } from '../../../src/documents/transaction.ts'
import { documentsOf } from '../../../src/documents/documents.ts'
import { rowsOf } from '../../../src/documents/rows.ts'
import { exportFiles } from '../../../src/sync/export/exportFiles.ts'
import { importFiles } from '../../../src/sync/import/importFiles.ts'
import type { Report } from '../../../src/sync/report.ts'
import { watchExport } from '../../../src/sync/watch/watchExport.ts'
import { watchImport } from '../../../src/sync/watch/watchImport.ts'
import { articleText } from '../../fixtures/articleText.ts'
import { articlesOf } from '../../helpers/articlesOf.ts'
import { type Booted, bootPayload, database, skipped } from '../../helpers/bootPayload.ts'

const mappings = [articleMapping]
const patience = { interval: 20, timeout: 30_000 }

describe.skipIf(skipped())(`watching on ${database}`, () => {
  let booted: Booted
  let payload: Payload
  let articles: ReturnType<typeof articlesOf>
  let root: string
  let out: string
  let site = 0
  const stops: (() => Promise<void>)[] = []

  const fileOf = (slug: string, folder = root, subject = 'test'): string =>
    path.join(folder, `learn/${subject}/${slug}.md`)
  const put = (slug: string, lines: Record<string, string> = {}): void => {
    mkdirSync(path.dirname(fileOf(slug)), { recursive: true })
    writeFileSync(fileOf(slug), articleText('test', slug, { id: undefined, ...lines }))
  }
  const textOf = (slug: string, folder = root, subject = 'test'): string | undefined => {
    try {
      return readFileSync(fileOf(slug, folder, subject), 'utf8')
    } catch {
      return undefined
    }
  }
  const article = async (slug: string) => {
    const where = { slug: { equals: slug } }
    const [found] = await rowsOf(payload).find({ collection: 'articles', where })
    return found
  }
  const idOf = async (slug: string): Promise<string> => String((await article(slug))?.id)
  const subject = async (data: Record<string, unknown>): Promise<void> => {
    const { docs } = await payload.find({ collection: 'subjects', where: { slug: { equals: 'test' } } })
    await payload.update({ collection: 'subjects', id: docs[0]?.id ?? '', data })
  }
  const runs = () => rowsOf(payload).count('answerbook-runs')

  /** Starts a watcher, waits for its first run, and collects what its runs report. */
  const watching = async (
    kind: 'import' | 'export',
    folder = root,
    options: { deleteMissing?: boolean; maxDelete?: number; overwrite?: boolean } = {},
  ) => {
    const reports: Report[] = []
    const failures: unknown[] = []
    const controller = new AbortController()
    const common = {
      payload,
      mappings,
      folder,
      signal: controller.signal,
      onReport: (report: Report) => void reports.push(report),
      onFailure: (error: unknown) => void failures.push(error),
    }
    const ended =
      kind === 'import'
        ? watchImport({ ...common, ...options })
        : watchExport({ ...common, ...options, pollEvery: 20 })
    const stop = async (): Promise<void> => {
      controller.abort()
      await ended
    }
    await Promise.race([ended, vi.waitFor(() => expect(reports).toHaveLength(1), patience)])
    stops.push(stop)
    return { failures, reports, stop }
  }
  type Watcher = Awaited<ReturnType<typeof watching>>
  /** What runs after the first have changed, without the counts that are zero or of the rest. */
  const changesOf = ({ reports }: Watcher): unknown[] =>
    reports.slice(1).flatMap(({ problems: _, seconds: __, ...counts }) => {
      const changed = Object.entries(counts).filter(
        ([name, count]) => count !== 0 && !['unchanged', 'ignored'].includes(name),
      )
      return changed.length > 0 ? [Object.fromEntries(changed)] : []
    })
  /** Waits until the export has looked at the database this often without any run. */
  const quietFor = async (looks: number): Promise<void> => {
    const asked = vi.spyOn(payload.kv, 'get')
    await vi.waitFor(async () => {
      const before = await runs()
      const from = asked.mock.calls.length
      await vi.waitFor(() => expect(asked.mock.calls.length).toBeGreaterThan(from + 2 * looks), patience)
      expect(await runs()).toBe(before)
    }, patience)
    asked.mockRestore()
  }

  beforeAll(async () => {
    booted = await bootPayload()
    payload = booted.payload
    articles = articlesOf(payload)
  })
  afterAll(() => booted?.close())
  beforeEach(async () => {
    for (const collection of ['articles', 'subjects', 'answerbook-files', 'redirects'] as const)
      await payload.delete({ collection, where: { id: { exists: true } }, trash: true })
    site += 1
    root = path.join(booted.folder, `site-${site}`)
    out = path.join(booted.folder, `out-${site}`)
    put('one')
    put('two')
  })
  afterEach(async () => {
    for (const stop of stops.splice(0)) await stop()
  })

  it('an import follows files that are changed, renamed into place, added and removed', async () => {
    const watcher = await watching('import')
    expect(watcher.reports).toMatchObject([{ created: 2, problems: [] }])
    put('one', { author: 'author: Ann' })
    await vi.waitFor(async () => expect(await article('one')).toMatchObject({ author: 'Ann' }), patience)
    // As editors save.
    const temporary = fileOf('.two.swp')
    writeFileSync(temporary, articleText('test', 'two', { id: undefined, author: 'author: Bob' }))
    renameSync(temporary, fileOf('two'))
    await vi.waitFor(async () => expect(await article('two')).toMatchObject({ author: 'Bob' }), patience)
    put('three')
    await vi.waitFor(async () => expect(await article('three')).toBeDefined(), patience)
    rmSync(fileOf('one'))
    await vi.waitFor(() => expect(watcher.reports.length).toBeGreaterThan(4), patience)
    expect((await article('one'))?.deletedAt ?? null).toBeNull()
    await watcher.stop()
    expect(changesOf(watcher)).toEqual([{ updated: 1 }, { updated: 1 }, { created: 1 }])
    expect(watcher.failures).toEqual([])
  })

  it('an import deletes what is missing only if it is told to', async () => {
    const watcher = await watching('import', root, { deleteMissing: true, maxDelete: 100 })
    rmSync(fileOf('one'))
    await vi.waitFor(
      async () => expect(await article('one')).toMatchObject({ deletedAt: expect.anything() }),
      patience,
    )
    await watcher.stop()
    expect(changesOf(watcher)).toEqual([{ deleted: 1 }])
  })

  it('an import goes on after a failure', async () => {
    const watcher = await watching('import')
    const begun = vi.spyOn(payload.db, 'create').mockRejectedValue(new Error('The database is gone.'))
    put('one', { author: 'author: Ann' })
    await vi.waitFor(() => expect(watcher.failures).toHaveLength(1), patience)
    begun.mockRestore()
    put('three')
    await vi.waitFor(async () => expect(await article('three')).toBeDefined(), patience)
    await vi.waitFor(async () => expect(await article('one')).toMatchObject({ author: 'Ann' }), patience)
    expect(watcher.failures).toEqual([expect.objectContaining({ message: 'The database is gone.' })])
  })

  it('the first run of a watcher throws its errors', async () => {
    await expect(watching('import', path.join(root, 'nowhere'))).rejects.toThrow(/cannot be used/)
    await expect(watching('export', fileOf('one'))).rejects.toThrow(/cannot be used/)
    // Their leases are free again.
    await importFiles({ payload, mappings, folder: root })
  })

  it.each<[string, () => unknown, () => unknown]>([
    [
      'an edit',
      async () => articles.update(await idOf('one'), { author: 'Cleo' }),
      () => expect(textOf('one', out)).toContain('author: Cleo'),
    ],
    [
      'unpublishing',
      async () => articles.update(await idOf('one'), { _status: 'draft' }),
      () => expect(textOf('one', out)).toBeUndefined(),
    ],
    [
      'moving to the trash',
      async () => articles.update(await idOf('one'), { deletedAt: new Date().toISOString() }),
      () => expect(textOf('one', out)).toBeUndefined(),
    ],
    [
      'deletion for good',
      async () => articles.delete(await idOf('one')),
      () => expect(textOf('one', out)).toBeUndefined(),
    ],
    [
      'a renamed subject',
      () => subject({ slug: 'moved' }),
      () =>
        expect([textOf('one', out), textOf('one', out, 'moved')]).toEqual([undefined, expect.any(String)]),
    ],
    [
      'an import of another folder',
      async () => {
        put('one', { author: 'author: Dan' })
        await importFiles({ payload, mappings, folder: root })
      },
      () => expect(textOf('one', out)).toContain('author: Dan'),
    ],
    [
      'an edit that another export has written first',
      async () => {
        await articles.update(await idOf('one'), { author: 'Eve' })
        await exportFiles({ payload, mappings, folder: root })
      },
      () => expect(textOf('one', out)).toContain('author: Eve'),
    ],
  ])('an export follows %s, and is quiet afterwards', async (_, change, arrived) => {
    await importFiles({ payload, mappings, folder: root })
    const watcher = await watching('export', out, { overwrite: true })
    await quietFor(10)
    await change()
    await vi.waitFor(arrived, patience)
    await quietFor(10)
    expect(watcher.failures).toEqual([])
    expect(changesOf(watcher)).toHaveLength(1)
  })

  it('an export tries again by itself after a failure', async () => {
    await importFiles({ payload, mappings, folder: root })
    const watcher = await watching('export', out)
    const asked = vi.spyOn(payload.kv, 'get').mockRejectedValue(new Error('The database is gone.'))
    await vi.waitFor(() => expect(watcher.failures.length).toBeGreaterThan(1), patience)
    await articles.update(await idOf('one'), { author: 'Cleo' })
    asked.mockRestore()
    await vi.waitFor(() => expect(changesOf(watcher)).toEqual([{ written: 1 }]), patience)
    expect(textOf('one', out)).toContain('author: Cleo')
  })

  it('an export does not miss a save that is committed after a later one', async () => {
    await importFiles({ payload, mappings, folder: root })
    const watcher = await watching('export', out)
    const [one, two] = [await idOf('one'), await idOf('two')]
    // SQLite has one writer at a time, so the other save waits there.
    const isAlone = database === 'sqlite'
    await inTransaction(payload, {}, async (req) => {
      await documentsOf(payload).update({ collection: 'articles', id: one, data: { author: 'Late' }, req })
      if (isAlone) return
      await articles.update(two, { author: 'Early' })
      await vi.waitFor(() => expect(textOf('two', out)).toContain('author: Early'), patience)
      expect(textOf('one', out)).not.toContain('author: Late')
    })
    await vi.waitFor(() => expect(textOf('one', out)).toContain('author: Late'), patience)
    expect(watcher.failures).toEqual([])
  })

  it('an import and an export of one folder pass on each edit once, and are quiet afterwards', async () => {
    const importing = await watching('import')
    const exporting = await watching('export')
    await quietFor(40)
    put('one', { author: 'author: File' })
    await vi.waitFor(async () => expect(await article('one')).toMatchObject({ author: 'File' }), patience)
    await quietFor(40)
    await articles.update(await idOf('two'), { author: 'CMS' })
    await vi.waitFor(() => expect(textOf('two')).toContain('author: CMS'), patience)
    await quietFor(40)
    // Both sides of one article, one after the other.
    await articles.update(await idOf('one'), { score: 7 })
    await vi.waitFor(() => expect(textOf('one')).toMatch(/author: File[^]*score: 7/), patience)
    await quietFor(40)
    expect(changesOf(importing)).toEqual([{ updated: 1 }])
    expect(changesOf(exporting)).toEqual([{ written: 1 }, { written: 1 }])
    expect([...importing.failures, ...exporting.failures]).toEqual([])
  })
})
