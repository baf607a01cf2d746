import path from 'node:path'

import type { Payload } from 'payload'
import { afterAll, beforeAll, describe, expect, it } from 'vitest'

import { articleMapping } from '../../collections/articleMapping.ts'
import { migrate, migrateDown } from '../../src/database/migrate.ts'
import { auditFiles } from '../../src/sync/audit/auditFiles.ts'
import { exportFiles } from '../../src/sync/export/exportFiles.ts'
import { verifyFiles } from '../../src/sync/export/verifyFiles.ts'
import { importFiles } from '../../src/sync/import/importFiles.ts'
import type { OnProgress, Phase, Progress } from '../../src/progress/phases.ts'
import { articleText } from '../fixtures/articleText.ts'
import { makeTree } from '../files/makeTree.ts'
import { temporaryFolder } from '../files/temporaryFolder.ts'
import { type Booted, bootPayload, database, migrationsOf, skipped } from '../helpers/bootPayload.ts'

describe.skipIf(skipped())(`phases on ${database}`, () => {
  let booted: Booted
  let payload: Payload
  const mappings = [articleMapping]

  /** The phases that a piece of work reports, in their order, and the last report of each. */
  const met = async (work: (onProgress: OnProgress) => Promise<unknown>): Promise<Map<Phase, Progress>> => {
    const last = new Map<Phase, Progress>()
    await work((progress) => void last.set(progress.phase, progress))
    return last
  }
  const site = async (): Promise<string> => {
    const folder = await temporaryFolder()
    const files = ['one', 'two', 'three'].map((slug) => [`learn/test/${slug}.md`, articleText('test', slug)])
    await makeTree(folder, Object.fromEntries(files))
    return folder
  }

  beforeAll(async () => {
    booted = await bootPayload()
    payload = booted.payload
  })
  afterAll(() => booted?.close())

  it('imports, exports, comparisons and audits report their phases', async () => {
    const folder = await site()
    const common = { payload, mappings, folder }
    const planned = await met((onProgress) => importFiles({ ...common, onProgress, dryRun: true }))
    expect([...planned.keys()]).toEqual(['scan', 'plan', 'check'])
    const imported = await met((onProgress) => importFiles({ ...common, onProgress, deleteMissing: true }))
    expect([...imported.keys()]).toEqual(['scan', 'import', 'links', 'delete', 'check', 'statistics'])
    expect(imported.get('import')).toMatchObject({ done: 3, total: 3 })
    expect(imported.get('check')).toMatchObject({ total: 3 })
    const out = path.join(folder, 'out')
    const exported = await met((onProgress) => exportFiles({ ...common, folder: out, onProgress }))
    expect([...exported.keys()]).toEqual(['export', 'remove', 'sync'])
    expect(exported.get('export')).toMatchObject({ done: 3, total: 3 })
    const compared = await met((onProgress) => verifyFiles({ ...common, folder: out, onProgress }))
    expect([...compared.keys()]).toEqual(['compare', 'extra'])
    expect(compared.get('compare')).toMatchObject({ done: 3, total: 3 })
    const audited = await met((onProgress) => auditFiles({ ...common, onProgress }))
    expect(audited.get('audit')).toMatchObject({ done: 3, total: 3 })
  })

  it('a migration reports the progress of its steps, up and down', async () => {
    process.env.CONTENT_DIR = await site()
    const migrations = await migrationsOf(database)
    await payload.delete({ collection: 'payload-migrations', where: { name: { like: '_import_content' } } })
    const up = await met((onProgress) => migrate(payload, { migrations, onProgress }))
    expect([...up.keys()]).toEqual(['scan', 'import', 'links', 'check'])
    const down = await met((onProgress) => migrateDown(payload, { migrations, onProgress }))
    expect([...down.keys()]).toEqual(['takeBack'])
  })
})
