import { mkdirSync, renameSync, writeFileSync } from 'node:fs'
import path from 'node:path'
import { expect, it } from 'vitest'
import { sourceDigest } from '../../../src/standalone/server/sourceDigest.ts'
import { temporaryFolder } from '../../files/temporaryFolder.ts'

type Project = { root: string; write: (file: string, text: string) => void }

const project = async (): Promise<Project> => {
  const root = await temporaryFolder()
  const write = (file: string, text: string): void => {
    mkdirSync(path.dirname(path.join(root, file)), { recursive: true })
    writeFileSync(path.join(root, file), text)
  }
  for (const file of [
    'src/plugin.ts',
    'src/standalone/server/main.ts',
    'collections/a.ts',
    'payload.config.ts',
    'package-lock.json',
  ])
    write(file, 'text')
  return { root, write }
}

it.each([
  ['src/plugin.ts', true],
  ['src/admin/New.tsx', true],
  ['src/standalone/serverOnly.ts', true],
  ['collections/a.ts', true],
  ['payload.config.ts', true],
  ['package-lock.json', true],
  ['src/standalone/server/main.ts', false],
  ['src/cli/answerbook.ts', false],
  ['src/standalone/.next/BUILD_ID', false],
  ['src/standalone/next-env.d.ts', false],
  ['content/learn/a.md', false],
  ['README.md', false],
])('a change of %s changes the digest: %s', async (file, changes) => {
  const { root, write } = await project()
  const before = await sourceDigest(root)
  write(file, 'changed')
  expect((await sourceDigest(root)) !== before).toBe(changes)
})

it('the digest is the same for the same sources, and another when a file is renamed', async () => {
  const { root } = await project()
  const before = await sourceDigest(root)
  expect(await sourceDigest(root)).toBe(before)
  renameSync(path.join(root, 'collections/a.ts'), path.join(root, 'collections/b.ts'))
  expect(await sourceDigest(root)).not.toBe(before)
})
