import { spawn } from 'node:child_process'
import { existsSync, readFileSync, rmSync, writeFileSync } from 'node:fs'
import { createRequire } from 'node:module'
import path from 'node:path'

import type { OnProgress } from '../../progress/phases.ts'
import { exitOf } from './exitOf.ts'
import { sourceDigest } from './sourceDigest.ts'

const isFresh = (folder: string, digest: string): boolean => {
  const record = path.join(folder, 'sources')
  return (
    existsSync(path.join(folder, 'BUILD_ID')) && existsSync(record) && readFileSync(record, 'utf8') === digest
  )
}

/**
 * Builds the admin if there is no build, or if its sources have changed; otherwise does nothing. Throws with the end of
 * the build's output if it fails.
 */
export const buildAdmin = async (root: string, onProgress: OnProgress): Promise<void> => {
  const folder = path.join(root, 'src/standalone/.next')
  const digest = await sourceDigest(root)
  if (isFresh(folder, digest)) return
  rmSync(path.join(folder, 'sources'), { force: true })
  onProgress({ phase: 'build', done: 0, about: 'only after a change' })
  await build(root)
  writeFileSync(path.join(folder, 'sources'), digest)
}

const build = async (root: string): Promise<void> => {
  const program = createRequire(import.meta.url).resolve('next/dist/bin/next')
  const child = spawn(process.execPath, [program, 'build', 'src/standalone'], {
    cwd: root,
    stdio: ['ignore', 'pipe', 'pipe'],
  })
  let words = ''
  for (const stream of [child.stdout, child.stderr]) {
    stream.setEncoding('utf8').on('data', (text: string) => {
      words = (words + text).slice(-4_000)
    })
  }
  const code = await exitOf(child)
  if (code !== 0) throw new Error(`${words.trim()}\nThe admin panel could not be built; the reason is above.`)
}
