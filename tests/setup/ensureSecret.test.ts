import { readFileSync, statSync, writeFileSync } from 'node:fs'
import path from 'node:path'
import { expect, it } from 'vitest'
import { ensureSecret } from '../../src/setup/ensureSecret.ts'
import type { Variables } from '../../src/setup/environment.ts'
import { temporaryFolder } from '../files/temporaryFolder.ts'

const made = /^PAYLOAD_SECRET=[0-9a-f]{64}\n$/

it('ensureSecret creates a secret that only its owner can read, and reuses it', async () => {
  const root = await temporaryFolder()
  const first: Variables = {}
  const second: Variables = {}
  expect(ensureSecret(root, first)).toBe(true)
  const file = path.join(root, '.env')
  expect(readFileSync(file, 'utf8')).toMatch(made)
  expect(statSync(file).mode & 0o777).toBe(0o600)
  expect(ensureSecret(root, second)).toBe(false)
  expect(second.PAYLOAD_SECRET).toBe(first.PAYLOAD_SECRET)
})

it.each([
  ['a file without the line', 'PORT=81\n', 'PORT=81\n'],
  ['a file without a last line break', 'PORT=81', 'PORT=81\n'],
  ['a line that is a comment', '# PAYLOAD_SECRET=old\n', '# PAYLOAD_SECRET=old\n'],
])('ensureSecret keeps %s and adds a secret', async (_, before, kept) => {
  const root = await temporaryFolder()
  const file = path.join(root, '.env')
  writeFileSync(file, before)
  expect(ensureSecret(root, {})).toBe(true)
  const after = readFileSync(file, 'utf8')
  expect(after.startsWith(kept)).toBe(true)
  expect(after.slice(kept.length)).toMatch(made)
})

it('ensureSecret writes nothing if the process or the file has a secret', async () => {
  const root = await temporaryFolder()
  const file = path.join(root, '.env')
  writeFileSync(file, 'PAYLOAD_SECRET="kept"\n')
  const source: Variables = {}
  expect(ensureSecret(root, source)).toBe(false)
  expect(source.PAYLOAD_SECRET).toBe('kept')
  expect(ensureSecret(root, { PAYLOAD_SECRET: 'mine' })).toBe(false)
  expect(readFileSync(file, 'utf8')).toBe('PAYLOAD_SECRET="kept"\n')
})
