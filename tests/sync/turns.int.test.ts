import path from 'node:path'

import { afterAll, beforeAll, describe, expect, it } from 'vitest'

import { articleMapping } from '../../collections/articleMapping.ts'
import { auditFiles } from '../../src/sync/audit/auditFiles.ts'
import { exportedPages } from '../../src/sync/export/exportedFiles.ts'
import { importFiles } from '../../src/sync/import/importFiles.ts'
import { articleText } from '../fixtures/articleText.ts'
import { makeTree } from '../files/makeTree.ts'
import { type Booted, bootPayload, database, skipped } from '../helpers/bootPayload.ts'

const files = 20

/** Counts turns of the event loop, in which other requests are served. */
const countTurns = (): { sinceStart: () => number; stop: () => void } => {
  let turns = 0
  const count = (): void => {
    turns += 1
    next = setImmediate(count)
  }
  let next = setImmediate(count)
  return { sinceStart: () => turns, stop: () => clearImmediate(next) }
}

// A database that runs in the process responds without letting the event loop run, so whole batches would block it.
describe.skipIf(skipped())(`the event loop turns at least once for each file, on ${database}`, () => {
  let booted: Booted
  beforeAll(async () => {
    booted = await bootPayload()
  })
  afterAll(() => booted?.close())

  it('the event loop runs while a transaction of an import is open', async () => {
    const folder = path.join(booted.folder, 'site')
    const slugs = Array.from({ length: files }, (_, at) => `question-${at}`)
    await makeTree(
      folder,
      Object.fromEntries(slugs.map((slug) => [`learn/test/${slug}.md`, articleText('test', slug)])),
    )
    const { db } = booted.payload
    const turns = countTurns()
    const begun = new Map<unknown, number>()
    const open: number[] = []
    const begin = db.beginTransaction.bind(db)
    const commit = db.commitTransaction.bind(db)
    Object.assign(db, {
      beginTransaction: async (...given: Parameters<typeof begin>) => {
        const id = await begin(...given)
        begun.set(id, turns.sinceStart())
        return id
      },
      commitTransaction: async (incoming: Parameters<typeof commit>[0]) => {
        const id = await incoming
        open.push(turns.sinceStart() - (begun.get(id) ?? 0))
        return commit(id)
      },
    })
    const report = await importFiles({ payload: booted.payload, mappings: [articleMapping], folder })
    turns.stop()
    Object.assign(db, { beginTransaction: begin, commitTransaction: commit })
    expect(report).toMatchObject({ created: files, rejected: 0 })
    expect(Math.max(...open)).toBeGreaterThanOrEqual(files)
  })

  it('the event loop runs while documents are converted to files', async () => {
    const turns = countTurns()
    let made = 0
    for await (const page of exportedPages(booted.payload, articleMapping)) made += page.length
    turns.stop()
    expect(made).toBe(files)
    expect(turns.sinceStart()).toBeGreaterThanOrEqual(files)
  })

  it('the event loop runs while an audit is in progress', async () => {
    const turns = countTurns()
    const { audited } = await auditFiles({ payload: booted.payload, mappings: [articleMapping] })
    turns.stop()
    expect(audited).toBe(files)
    expect(turns.sinceStart()).toBeGreaterThanOrEqual(2 * files)
  })
})
