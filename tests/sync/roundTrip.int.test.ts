import path from 'node:path'

import { afterAll, beforeAll, describe, expect, it } from 'vitest'

import { articleMapping } from '../../collections/articleMapping.ts'
import { exportFiles } from '../../src/sync/export/exportFiles.ts'
import { verifyFiles } from '../../src/sync/export/verifyFiles.ts'
import { importFiles } from '../../src/sync/import/importFiles.ts'
import { type Booted, bootPayload, database, skipped } from '../helpers/bootPayload.ts'

describe.skipIf(skipped())(`round trip on ${database}`, () => {
  let booted: Booted
  const content = path.resolve('content')
  beforeAll(async () => {
    booted = await bootPayload()
  })
  afterAll(() => booted?.close())

  it('the demo is imported and exported byte for byte', async () => {
    const { payload, folder } = booted
    const options = { payload, mappings: [articleMapping] }
    const first = await importFiles({ ...options, folder: content })
    expect(first).toMatchObject({ created: 79, rejected: 0 })
    const second = await importFiles({ ...options, folder: content })
    expect(second).toMatchObject({ created: 0, updated: 0, unchanged: 79, rejected: 0 })
    const out = path.join(folder, 'out')
    expect(await exportFiles({ ...options, folder: out })).toMatchObject({ written: 79, problems: [] })
    expect(await verifyFiles({ ...options, folder: content })).toMatchObject({
      identical: 79,
      differences: [],
    })
  })
})
