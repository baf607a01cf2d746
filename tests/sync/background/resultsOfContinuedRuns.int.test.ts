import { mkdir, writeFile } from 'node:fs/promises'
import path from 'node:path'

import type { Payload } from 'payload'
import { afterAll, beforeAll, describe, expect, it } from 'vitest'

import { articleMapping } from '../../../collections/articleMapping.ts'
import type { StoredDocument } from '../../../src/documents/documents.ts'
import { rowsOf } from '../../../src/documents/rows.ts'
import { workFolder } from '../../../src/files/upload/workFolder.ts'
import { runningRun, suspendRuns } from '../../../src/sync/background/runningRuns.ts'
import type { RunSetting } from '../../../src/sync/background/runSetting.ts'
import { startRun } from '../../../src/sync/background/startRun.ts'
import { takeUpRuns } from '../../../src/sync/background/takeUpRuns.ts'
import { importFiles } from '../../../src/sync/import/importFiles.ts'
import { resultsOf } from '../../../src/sync/records/resultPages.ts'
import { articleText } from '../../fixtures/articleText.ts'
import { type Booted, bootPayload, database, skipped } from '../../helpers/bootPayload.ts'

const files = 400

describe.skipIf(skipped())(`results of runs that another process continues, on ${database}`, () => {
  let booted: Booted
  let payload: Payload
  let setting: RunSetting
  let folder: string
  beforeAll(async () => {
    booted = await bootPayload()
    payload = booted.payload
    const roots = path.join(booted.folder, 'roots')
    folder = path.join(roots, 'site')
    await mkdir(path.join(folder, 'learn/test'), { recursive: true })
    const work = workFolder(path.join(booted.folder, 'work'))
    setting = { mappings: [articleMapping], roots: [roots], work }
  })
  afterAll(() => booted?.close())

  const putAll = async (author: string): Promise<void> => {
    for (let at = 0; at < files; at += 1) {
      const text = articleText('test', `s${at}`, { id: undefined, author: `author: ${author}` })
      await writeFile(path.join(folder, `learn/test/s${at}.md`), text)
    }
  }
  /** A run of this process that has imported some files, but not all. */
  const halfDone = async (): Promise<string> => {
    const request = { kind: 'import', source: { folder }, options: {} } as const
    const id = await startRun(payload, setting, request, 'editor@example.com')
    const imported = (): number => {
      const { done = 0, phase } = runningRun(id)?.progress() ?? {}
      return phase === 'import' ? done : 0
    }
    await expect.poll(imported, { timeout: 60_000, interval: 5 }).toBeGreaterThan(0)
    return id
  }
  const ended = async (id: string): Promise<StoredDocument | undefined> => {
    await runningRun(id)?.ended
    return rowsOf(payload).findById('answerbook-runs', id)
  }

  it('conflicts of files whose records stay as they are count once', async () => {
    await putAll('Known')
    await importFiles({ mappings: setting.mappings, folder, payload })
    await payload.delete({ collection: 'answerbook-files', where: { id: { exists: true } } })
    await putAll('Writer')
    const id = await halfDone()
    await suspendRuns(payload)
    expect((await resultsOf(payload, id).counts()).outcomes.conflicts).toBeGreaterThan(0)
    expect(await takeUpRuns(payload, setting)).toBe(1)
    const run = await ended(id)
    expect(run).toMatchObject({ status: 'errors', counts: { conflicts: files, unchanged: 0 } })
    expect(run?.problems).toHaveLength(files)
    expect((await resultsOf(payload, id).counts()).outcomes).toEqual({ conflicts: files })
  })

  it('a run that another process has taken leaves its results to that process', async () => {
    const id = await halfDone()
    await rowsOf(payload).updateWhere({
      collection: 'answerbook-runs',
      data: { token: 'of another process' },
      where: { id: { equals: id } },
    })
    expect(await ended(id)).toMatchObject({ status: 'running', token: 'of another process' })
    expect((await resultsOf(payload, id).counts()).outcomes).not.toHaveProperty('noted')
  })
})
