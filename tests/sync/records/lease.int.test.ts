import { mkdirSync, mkdtempSync, rmSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import path from 'node:path'
import { setTimeout as wait } from 'node:timers/promises'

import type { Payload } from 'payload'
import { afterAll, beforeAll, beforeEach, describe, expect, it, vi } from 'vitest'

import { articleMapping } from '../../../collections/articleMapping.ts'
import { documentsOf, type StoredDocument } from '../../../src/documents/documents.ts'
import { exportFiles } from '../../../src/sync/export/exportFiles.ts'
import { markGoneRuns } from '../../../src/sync/records/goneRuns.ts'
import { importFiles } from '../../../src/sync/import/importFiles.ts'
import { type Lease, LeaseLostError, type LeaseTimes } from '../../../src/sync/records/lease.ts'
import type { Progress } from '../../../src/progress/phases.ts'
import { rowsOf } from '../../../src/documents/rows.ts'
import { recordCreated, type RunKind } from '../../../src/sync/records/runRecords.ts'
import { type LeaseOptions, takeLease } from '../../../src/sync/records/takeLease.ts'
import { inTransaction } from '../../../src/documents/transaction.ts'
import { articleText } from '../../fixtures/articleText.ts'
import { type Booted, bootPayload, database, skipped } from '../../helpers/bootPayload.ts'

const past = new Date(Date.now() - 60_000).toISOString()

describe.skipIf(skipped())(`one run at a time on ${database}`, () => {
  let booted: Booted
  let payload: Payload
  let folder: string
  const mappings = [articleMapping]

  const take = (
    times: LeaseTimes = {},
    options: Partial<LeaseOptions> = {},
    kind: RunKind = 'import',
  ): Promise<Lease | undefined> =>
    takeLease({ payload, folder: 'site', who: 'command line', ...options }, kind, { pollEvery: 20, ...times })
  const taken = async (...args: Parameters<typeof take>): Promise<Lease> => {
    const lease = await take(...args)
    if (!lease) throw new Error('The lease was not taken.')
    return lease
  }
  const runs = (): Promise<StoredDocument[]> =>
    rowsOf(payload).find({ collection: 'answerbook-runs', sort: 'startedAt' })
  const rowOf = async (id: string): Promise<StoredDocument> => {
    const row = await rowsOf(payload).findById('answerbook-runs', id)
    if (!row) throw new Error(`There is no run ${id}.`)
    return row
  }
  const expire = (id: string): Promise<void> =>
    rowsOf(payload).update({ collection: 'answerbook-runs', id, data: { expiresAt: past, updatedAt: past } })

  beforeAll(async () => {
    booted = await bootPayload()
    payload = booted.payload
  })
  afterAll(() => booted?.close())
  beforeEach(async () => {
    for (const collection of ['articles', 'answerbook-files', 'answerbook-runs'] as const)
      await payload.delete({ collection, where: { id: { exists: true } }, trash: true })
    folder = mkdtempSync(path.join(tmpdir(), 'answerbook-lease-'))
    mkdirSync(path.join(folder, 'learn/test'), { recursive: true })
    for (let at = 0; at < 400; at += 1)
      writeFileSync(
        path.join(folder, `learn/test/s${at}.md`),
        articleText('test', `s${at}`, { id: undefined }),
      )
    return () => rmSync(folder, { force: true, recursive: true })
  })

  it('eight simultaneous runs run one after the other', async () => {
    let running = 0
    let most = 0
    const run = async (): Promise<void> => {
      const lease = await taken()
      running += 1
      most = Math.max(most, running)
      await wait(20)
      await lease.assertHeld()
      running -= 1
      await lease.release(undefined, { created: 1 }, [])
    }
    await Promise.all(Array.from({ length: 8 }, run))
    expect(most).toBe(1)
    const rows = await runs()
    expect(rows).toHaveLength(8)
    for (const row of rows)
      expect(row).toMatchObject({ status: 'done', counts: { created: 1 }, lease: String(row.id) })
  })

  it.each<[RunKind, RunKind]>([
    ['import', 'export'],
    ['export', 'import'],
  ])('an %s lets no %s begin', async (first, second) => {
    const held = await taken({}, {}, first)
    const stop = new AbortController()
    const onProgress = ({ phase }: Progress): void => (phase === 'wait' ? stop.abort() : undefined)
    expect(await take({}, { onProgress, signal: stop.signal }, second)).toBeUndefined()
    await held.release(undefined, {}, [])
    const other = await taken({}, {}, second)
    await other.release(undefined, {}, [])
  })

  it('a process whose row was given to another one cannot write', async () => {
    const lost = await taken()
    await rowsOf(payload).update({
      collection: 'answerbook-runs',
      id: lost.run,
      data: { token: 'of another process' },
    })
    await expect(inTransaction(payload, {}, (req) => lost.assertHeld(req))).rejects.toThrow(LeaseLostError)
    await lost.release(undefined, { created: 1 }, [])
    expect(await rowOf(lost.run)).toMatchObject({ status: 'running', token: 'of another process' })
    await expire(lost.run)
  })

  it('nobody takes the lease while a transaction of its run is open', async () => {
    const held = await taken({ expiresAfter: 50 })
    const order: string[] = []
    const batch = inTransaction(payload, {}, async (req) => {
      await held.assertHeld(req)
      order.push('begun')
      await wait(500)
      order.push('written')
    }).then(() => order.push('committed'))
    // Its time is up, but nobody sees that before its transaction ends.
    await vi.waitUntil(() => order.includes('begun'))
    await wait(100)
    const next = await taken()
    order.push('taken')
    await batch
    expect(order).toEqual(['begun', 'written', 'committed', 'taken'])
    await expect(inTransaction(payload, {}, (req) => held.assertHeld(req))).rejects.toThrow(LeaseLostError)
    await next.release(undefined, {}, [])
  })

  it('a waiting run says what it is waiting for, and stops waiting when told', async () => {
    const held = await taken({ renewEvery: 20 })
    held.progress({ created: 1000, unchanged: 200 })
    const stop = new AbortController()
    const told: Progress[] = []
    const waiting = take(
      {},
      {
        signal: stop.signal,
        onProgress: (progress) => {
          told.push(progress)
          if (progress.done > 0) stop.abort()
        },
      },
    )
    expect(await waiting).toBeUndefined()
    expect(told.at(-1)).toMatchObject({
      phase: 'wait',
      done: 1200,
      about: expect.stringMatching(
        new RegExp(
          `^the import that the command line began at \\d\\d:\\d\\d \\(process ${process.pid} on .+\\)$`,
        ),
      ),
    })
    await held.release(undefined, {}, [])
    expect(await runs()).toHaveLength(1)
  })

  it('a run renews its lease, and shows its progress in the history', async () => {
    const lease = await taken({ renewEvery: 20 })
    const before = await rowOf(lease.run)
    lease.progress({ created: 7 })
    await vi.waitUntil(async () => (await rowOf(lease.run)).expiresAt !== before.expiresAt, {
      timeout: 60_000,
    })
    await vi.waitUntil(async () => JSON.stringify((await rowOf(lease.run)).counts) === '{"created":7}', {
      timeout: 60_000,
    })
    expect(await markGoneRuns(payload)).toBe(0)
    await lease.release(undefined, {}, [])
  })

  it('renewing the lease does not disturb the transactions of its own run', async () => {
    const lease = await taken({ renewEvery: 5 })
    for (let batch = 0; batch < 5; batch += 1) {
      await inTransaction(payload, {}, async (req) => {
        await lease.assertHeld(req)
        await wait(50)
        await recordCreated(req, lease.run, [{ collection: 'subjects', id: `s${batch}` }])
      })
      await wait(20)
    }
    await lease.release(undefined, {}, [])
    expect((await rowOf(lease.run)).additions).toHaveLength(5)
  })

  it.each<[string, Record<string, unknown>]>([
    ['was killed', { lease: 'run', token: 'of its process', expiresAt: past }],
    ['is from a version without leases', {}],
  ])('a run that %s is marked, and the next one continues', async (_, fields) => {
    const gone = await documentsOf(payload).create({
      collection: 'answerbook-runs',
      data: {
        title: 'Import: site',
        kind: 'import',
        trigger: 'command',
        status: 'running',
        startedAt: past,
        ...fields,
      },
    })
    const lease = await taken()
    expect(await rowOf(String(gone.id))).toMatchObject({
      status: 'interrupted',
      finishedAt: expect.anything(),
      problems: [
        { code: 'interrupted', message: expect.stringContaining('The process of this import has ended.') },
      ],
    })
    await lease.release(undefined, {}, [])
    expect(await rowOf(lease.run)).toMatchObject({ status: 'done' })
  })

  it('a run that is alive is not marked', async () => {
    const lease = await taken()
    expect(await markGoneRuns(payload)).toBe(0)
    expect(await rowOf(lease.run)).toMatchObject({ status: 'running' })
    await lease.release(undefined, {}, [])
  })

  it('a run that has lost its lease cannot commit, and leaves the history unchanged', async () => {
    const lost = await taken()
    await expire(lost.run)
    const next = await taken()
    const subjects = await payload.count({ collection: 'subjects' })
    const batch = inTransaction(payload, {}, async (req) => {
      await lost.assertHeld(req)
      await payload.create({ collection: 'subjects', data: { title: 'Late', slug: 'late' }, req })
    })
    await expect(batch).rejects.toThrow(LeaseLostError)
    expect(await payload.count({ collection: 'subjects' })).toEqual(subjects)
    await lost.release(undefined, { created: 1 }, [])
    expect(await rowOf(lost.run)).toMatchObject({ status: 'interrupted' })
    await next.assertHeld()
    await next.release(undefined, {}, [])
  })

  it('two simultaneous imports both succeed, and every file is imported once', async () => {
    const phases: string[][] = [[], []]
    const reports = await Promise.all(
      phases.map((met) =>
        importFiles({ payload, mappings, folder, onProgress: ({ phase }) => void met.push(phase) }),
      ),
    )
    const counted = reports.map(({ created, problems, unchanged }) => ({ created, problems, unchanged }))
    expect(counted.sort((a, b) => b.created - a.created)).toEqual([
      { created: 400, problems: [], unchanged: 0 },
      { created: 0, problems: [], unchanged: 400 },
    ])
    expect(phases.filter(([first]) => first === 'wait')).toHaveLength(1)
    expect(await payload.count({ collection: 'articles' })).toEqual({ totalDocs: 400 })
    expect((await runs()).map(({ status }) => status)).toEqual(['done', 'done'])
  })

  it('an import stops if another one has taken its lease', async () => {
    let next: Promise<Lease> | undefined
    const broken = importFiles({
      payload,
      mappings,
      folder,
      onProgress: ({ done, phase }) => {
        if (phase === 'import' && done > 0 && next === undefined)
          next = runs().then(async ([run]) => {
            await expire(String(run?.id))
            return taken()
          })
      },
    })
    await expect(broken).rejects.toThrow(LeaseLostError)
    const lease = await next
    expect((await payload.count({ collection: 'articles' })).totalDocs).toBeLessThan(400)
    await lease?.release(undefined, {}, [])
    expect((await runs()).map(({ status }) => status)).toEqual(['interrupted', 'done'])
  })

  it('a waiting export ends when told, without writing anything', async () => {
    const held = await taken({}, {}, 'export')
    const stop = new AbortController()
    const out = path.join(folder, 'out')
    const report = await exportFiles({
      payload,
      mappings,
      folder: out,
      signal: stop.signal,
      onProgress: ({ phase }) => (phase === 'wait' ? stop.abort() : undefined),
    })
    expect(report).toMatchObject({ written: 0, problems: [{ code: 'interrupted' }] })
    await held.release(undefined, {}, [])
    expect(await runs()).toHaveLength(1)
  })
})
