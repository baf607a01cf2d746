import { randomBytes } from 'node:crypto'
import { spawn } from 'node:child_process'
import { once } from 'node:events'
import { cpSync, mkdtempSync, rmSync } from 'node:fs'
import { tmpdir } from 'node:os'
import path from 'node:path'

import { afterAll, beforeAll, describe, expect, it } from 'vitest'

import { database, skipped, urlFor } from '../../helpers/bootPayload.ts'

const file = 'learn/biology/how-does-natural-selection-work.md'

describe.skipIf(skipped())(`two processes that migrate at once on ${database}`, () => {
  let folder: string
  beforeAll(() => {
    folder = mkdtempSync(path.join(tmpdir(), 'answerbook-migrate-'))
    cpSync(path.resolve('content', file), path.join(folder, 'content', file))
  })
  afterAll(() => rmSync(folder, { force: true, recursive: true }))

  const migrateIn = async (env: NodeJS.ProcessEnv) => {
    const child = spawn(
      process.execPath,
      [
        '--import',
        'tsx',
        '--import',
        './src/setup/registerLexical.mjs',
        'src/standalone/server/migrateCommand.ts',
      ],
      { env },
    )
    let output = ''
    for (const stream of [child.stdout, child.stderr])
      stream.on('data', (chunk: Buffer) => (output += chunk.toString()))
    const [code]: unknown[] = await once(child, 'close')
    return { code, output }
  }

  it('two simultaneous migrations both succeed: one does the work, the other finds nothing left to do', async () => {
    const env = {
      ...process.env,
      CONTENT_DIR: path.join(folder, 'content'),
      DATABASE_URL: urlFor(folder),
      LOG_LEVEL: 'silent',
      // Else Payload generates types beside it.
      NODE_ENV: 'production' as const,
      MEDIA_DIR: path.join(folder, 'media'),
      PAYLOAD_SECRET: randomBytes(32).toString('hex'),
      VITEST: '',
    }
    const ended = await Promise.all([migrateIn(env), migrateIn(env)])
    expect(ended).toEqual(ended.map(({ output }) => ({ code: 0, output })))
    const imported = ended.filter(({ output }) => output.includes('Importing'))
    expect(imported).toHaveLength(1)
    expect((await migrateIn(env)).output).toContain('Nothing to do.')
  }, 600_000)
})
