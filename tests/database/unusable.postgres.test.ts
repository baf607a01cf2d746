import { spawnSync } from 'node:child_process'
import { mkdtempSync, rmSync } from 'node:fs'
import { tmpdir } from 'node:os'
import path from 'node:path'

import { afterAll, describe, expect, inject, it } from 'vitest'

import { skipped } from '../helpers/bootPayload.ts'
import { freePort } from '../helpers/freePort.ts'
import { withDatabase } from '../helpers/withDatabase.ts'

describe.skipIf(skipped())('a Postgres that cannot be used', () => {
  const folder = mkdtempSync(path.join(tmpdir(), 'answerbook-'))
  afterAll(() => rmSync(folder, { force: true, recursive: true }))

  const server = (): string => {
    const postgres = inject('postgres')
    if (!('url' in postgres)) throw new Error('There is no Postgres.')
    return postgres.url
  }

  it.each([
    ['is not there', async () => `postgres://127.0.0.1:${await freePort()}/any`, /ECONNREFUSED/],
    [
      'knows no such user',
      async () => withDatabase(server().replace(/\/\/[^@/]*@/, '//nobody-at-all@'), 'postgres'),
      /nobody-at-all/,
    ],
  ])('because it %s ends a command with one sentence', async (_, urlOf, reason) => {
    const { status, stderr } = spawnSync(process.execPath, ['src/cli/answerbook.mjs', 'verify', folder], {
      encoding: 'utf8',
      env: {
        ...process.env,
        DATABASE_URL: await urlOf(),
        PAYLOAD_SECRET: 'x'.repeat(32),
        MEDIA_DIR: folder,
        CONTENT_DIR: '',
      },
    })
    expect(status).not.toBe(0)
    expect(stderr).toMatch(/Postgres cannot be used: /)
    expect(stderr).toMatch(reason)
  })
})
