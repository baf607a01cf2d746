import { spawnSync } from 'node:child_process'
import { mkdtempSync, rmSync } from 'node:fs'
import { tmpdir } from 'node:os'
import path from 'node:path'

import { describe, expect, inject, it } from 'vitest'

import { skipped } from '../helpers/bootPayload.ts'
import { withDatabase } from '../helpers/withDatabase.ts'

describe.skipIf(skipped())('a MongoDB URL without a replica set', () => {
  it('a URL without a replica set is refused with the remedy', () => {
    const mongodb = inject('mongodb')
    if (!('url' in mongodb)) throw new Error('There is no MongoDB.')
    const folder = mkdtempSync(path.join(tmpdir(), 'answerbook-'))
    const url = withDatabase(mongodb.url, 'test-refused').replace(/\?.*$/, '')
    const { status, stderr } = spawnSync(process.execPath, ['src/cli/answerbook.mjs', 'verify', folder], {
      encoding: 'utf8',
      env: {
        ...process.env,
        DATABASE_URL: url,
        PAYLOAD_SECRET: 'x'.repeat(32),
        MEDIA_DIR: folder,
        CONTENT_DIR: '',
      },
    })
    rmSync(folder, { force: true, recursive: true })
    expect(status).not.toBe(0)
    expect(stderr).toMatch(
      /DATABASE_URL must name the replica set, or there are no transactions: add replicaSet=\w+ to it\./,
    )
  })
})
