import { mkdir, mkdtemp, rm, writeFile } from 'node:fs/promises'
import path from 'node:path'

import type { Payload } from 'payload'
import { afterAll, beforeAll, beforeEach, describe, expect, it, onTestFinished, vi } from 'vitest'

import { articleMapping } from '../../../collections/articleMapping.ts'
import { documentsOf, type StoredDocument } from '../../../src/documents/documents.ts'
import { rowsOf } from '../../../src/documents/rows.ts'
import { workFolder } from '../../../src/files/upload/workFolder.ts'
import { runningRun, suspendRuns } from '../../../src/sync/background/runningRuns.ts'
import type { RunRequest } from '../../../src/sync/background/runRequest.ts'
import type { RunSetting } from '../../../src/sync/background/runSetting.ts'
import { startRun } from '../../../src/sync/background/startRun.ts'
import { maxAttempts, takeUpRuns } from '../../../src/sync/background/takeUpRuns.ts'
import { resultsOf } from '../../../src/sync/records/resultPages.ts'
import { takeLease } from '../../../src/sync/records/takeLease.ts'
import { articleText } from '../../fixtures/articleText.ts'
import { type Booted, bootPayload, database, skipped } from '../../helpers/bootPayload.ts'

const past = new Date(Date.now() - 60_000).toISOString()
const files = 2_000

describe.skipIf(skipped())(`runs that another process continues, on ${database}`, () => {
  let booted: Booted
  let payload: Payload
  let setting: RunSetting
  let folder: string
  beforeAll(async () => {
    booted = await bootPayload()
    payload = booted.payload
    const roots = path.join(booted.folder, 'roots')
    await mkdir(roots)
    setting = {
      mappings: [articleMapping],
      roots: [roots],
      work: workFolder(path.join(booted.folder, 'work')),
    }
  })
  afterAll(() => booted?.close())
  beforeEach(async () => {
    // By the adapter: the hooks of thousands of articles take longer than the tests.
    for (const collection of [
      'articles',
      'answerbook-changes',
      'answerbook-files',
      'answerbook-links',
      'answerbook-results',
      'answerbook-runs',
    ] as const)
      await rowsOf(payload).remove({ collection, where: { id: { exists: true } } })
    await payload.db.deleteVersions({ collection: 'articles', where: { id: { exists: true } } })
    folder = await mkdtemp(path.join(setting.roots[0] ?? '', 'site-'))
    await mkdir(path.join(folder, 'learn/test'), { recursive: true })
    for (let at = 0; at < files; at += 1)
      await writeFile(
        path.join(folder, `learn/test/s${at}.md`),
        articleText('test', `s${at}`, { id: undefined }),
      )
  })

  const request = (options: object = {}): RunRequest => ({ kind: 'import', source: { folder }, options })
  const rowOf = async (id: string): Promise<StoredDocument> => {
    const row = await rowsOf(payload).findById('answerbook-runs', id)
    if (!row) throw new Error(`There is no run ${id}.`)
    return row
  }
  const articles = async (): Promise<number> => (await payload.count({ collection: 'articles' })).totalDocs

  /** A run whose process has ended without a word. */
  const gone = async (fields: Record<string, unknown> = {}): Promise<string> => {
    const { id } = await documentsOf(payload).create({
      collection: 'answerbook-runs',
      data: {
        title: 'Import: site',
        kind: 'import',
        trigger: 'admin',
        status: 'running',
        startedAt: past,
        expiresAt: past,
        lease: 'run',
        token: 'of a process that has ended',
        request: request(),
        attempts: 1,
        ...fields,
      },
    })
    return String(id)
  }
  /** A run of this process that has imported some files, but not all. */
  const halfDone = async (options: object = {}): Promise<string> => {
    const id = await startRun(payload, setting, request(options), 'editor@example.com')
    const imported = (): number => {
      const { done = 0, phase } = runningRun(id)?.progress() ?? {}
      return phase === 'import' || phase === 'plan' ? done : 0
    }
    await expect.poll(imported, { timeout: 60_000, interval: 5 }).toBeGreaterThan(0)
    return id
  }
  const ended = async (id: string): Promise<StoredDocument> => {
    await runningRun(id)?.ended
    return rowOf(id)
  }

  it('a run is continued exactly once, however many servers try', async () => {
    const id = await gone()
    const taken = await Promise.all(Array.from({ length: 4 }, () => takeUpRuns(payload, setting)))
    expect(taken.reduce((sum, n) => sum + n, 0)).toBe(1)
    expect(await ended(id)).toMatchObject({ status: 'done', attempts: 2, counts: { created: files } })
    expect(await takeUpRuns(payload, setting)).toBe(0)
  })

  it('a run that a stopping server leaves has all counts and results in the end', async () => {
    const id = await halfDone()
    await suspendRuns(payload)
    expect(await rowOf(id)).toMatchObject({ status: 'running', attempts: 0, lease: id })
    const before = await articles()
    expect(before).toBeGreaterThan(0)
    expect(before).toBeLessThan(files)
    expect(await takeUpRuns(payload, setting)).toBe(1)
    expect(await ended(id)).toMatchObject({
      status: 'done',
      attempts: 1,
      counts: { created: files, unchanged: 0, rejected: 0 },
    })
    expect(await articles()).toBe(files)
    expect((await resultsOf(payload, id).counts()).outcomes).toEqual({ created: files })
  })

  it('a continued dry run begins anew', async () => {
    const id = await halfDone({ dryRun: true })
    await suspendRuns(payload)
    await takeUpRuns(payload, setting)
    expect(await ended(id)).toMatchObject({ status: 'done', isDry: true, counts: { created: files } })
    expect((await resultsOf(payload, id).counts()).outcomes).toEqual({ created: files })
    expect(await articles()).toBe(0)
  })

  it('a run that is cancelled on another server stops within seconds', async () => {
    const id = await halfDone()
    const { find } = payload.db
    // The rest of the files takes longer than the server needs to notice.
    const waiting = vi.spyOn(payload.db, 'find').mockImplementation(async function (
      this: typeof payload.db,
      args,
    ) {
      if (args.collection === 'answerbook-files')
        await expect.poll(() => runningRun(id)?.signal.aborted, { timeout: 20_000 }).toBe(true)
      return Reflect.apply(find, this, [args])
    })
    onTestFinished(() => waiting.mockRestore())
    await rowsOf(payload).updateWhere({
      collection: 'answerbook-runs',
      data: { cancelledAt: new Date().toISOString() },
      where: { id: { equals: id } },
    })
    expect(await ended(id)).toMatchObject({ status: 'interrupted', problems: [{ code: 'interrupted' }] })
    expect(waiting).toHaveBeenCalled()
    expect(await articles()).toBeLessThan(files)
  })

  it.each<[string, () => Promise<Record<string, unknown>>, string]>([
    ['has been begun too often', async () => ({ attempts: maxAttempts }), 'has ended 3 times'],
    ['was cancelled', async () => ({ cancelledAt: past }), 'was cancelled'],
    ['has a request of another version', async () => ({ request: { kind: 'other' } }), 'another version'],
    [
      'has lost its folder',
      async () => {
        await rm(folder, { recursive: true })
        return {}
      },
      'cannot be used',
    ],
    [
      'has lost its upload',
      async () => ({
        request: { kind: 'import', source: { upload: '00000000-0000-4000-8000-000000000000' } },
      }),
      'is not on this server',
    ],
  ])('a run that %s is marked as interrupted', async (_, change, sentence) => {
    const id = await gone(await change())
    expect(await takeUpRuns(payload, setting, { patience: 0 })).toBe(0)
    expect(await rowOf(id)).toMatchObject({
      status: 'interrupted',
      lease: id,
      problems: [{ code: 'interrupted', message: expect.stringContaining(sentence) }],
    })
  })

  it('a run whose files are on another server is left to that server at first', async () => {
    const id = await gone({ request: { kind: 'import', source: { folder: '/elsewhere' } } })
    expect(await takeUpRuns(payload, setting)).toBe(0)
    expect(await rowOf(id)).toMatchObject({ status: 'running' })
  })

  it('a command does not wait for a run whose server is gone, and a server continues that run afterwards', async () => {
    const id = await gone()
    const lease = await takeLease({ payload, folder: 'site', who: 'command line' }, 'import')
    expect(await rowOf(id)).toMatchObject({ status: 'running', lease: id })
    expect(await takeUpRuns(payload, setting)).toBe(0)
    await lease?.release(undefined, {}, [])
    expect(await takeUpRuns(payload, setting)).toBe(1)
    expect(await ended(id)).toMatchObject({ status: 'done', counts: { created: files } })
  })

  it('an upload is there after a restart', async () => {
    const upload = await setting.work.addUpload(async (into) => {
      await mkdir(path.join(into, 'upload/learn/test'), { recursive: true })
      await writeFile(
        path.join(into, 'upload/learn/test/one.md'),
        articleText('test', 'one', { id: undefined }),
      )
      return { name: 'one.md', files: 1, bytes: 1 }
    })
    const id = await gone({ request: { kind: 'import', source: { upload: upload.id } } })
    const restarted = { ...setting, work: workFolder(path.join(booted.folder, 'work')) }
    expect(await takeUpRuns(payload, restarted)).toBe(1)
    expect(await ended(id)).toMatchObject({ status: 'done', counts: { created: 1 } })
  })
})
