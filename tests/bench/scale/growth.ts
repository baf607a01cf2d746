import { createHash } from 'node:crypto'
import { readdir, readFile } from 'node:fs/promises'
import path from 'node:path'

import { generateSite } from '../../../.scripts/site/generateSite.ts'
import { articleMapping } from '../../../collections/articleMapping.ts'
import { exportFiles } from '../../../src/sync/export/exportFiles.ts'
import { importFiles } from '../../../src/sync/import/importFiles.ts'
import { type App, folderOf } from './bootSite.ts'
import { createLoop } from './createLoop.ts'
import { emptySite } from './seedSite.ts'

/** Seconds of an import and an export of the whole site, and of their baselines. */
export type Growth = { articles: number; seconds: Record<string, number> }

/** Reads and hashes all files of a folder, one after the other. */
const readAndHash = async (folder: string): Promise<void> => {
  const entries = await readdir(folder, { recursive: true, withFileTypes: true })
  for (const entry of entries.filter((found) => found.isFile()))
    createHash('sha256')
      .update(await readFile(path.join(entry.parentPath, entry.name)))
      .digest('hex')
}

/** Imports and exports a generated site of so many articles on an empty database, beside their baselines. */
export const growth = async (app: App, articles: number): Promise<Growth> => {
  await emptySite(app)
  const seconds: Growth['seconds'] = {}
  const timed = async (name: string, work: () => Promise<unknown>): Promise<void> => {
    process.stderr.write(`  ${name}\n`)
    const started = performance.now()
    await work()
    seconds[name] = (performance.now() - started) / 1000
  }
  const { folder, remove } = folderOf(generateSite({ articles }))
  const target = folderOf([])
  const options = { payload: app.payload, mappings: [articleMapping] }
  try {
    await timed('first import', () => importFiles({ ...options, folder }))
    await timed('unchanged import', () => importFiles({ ...options, folder }))
    await timed('reading and hashing', () => readAndHash(folder))
    await timed('full export', () => exportFiles({ ...options, folder: target.folder }))
    await timed('export again', () => exportFiles({ ...options, folder: target.folder }))
    const loop = await createLoop(app)
    await timed('payload.create loop', loop)
  } finally {
    remove()
    target.remove()
  }
  return { articles, seconds }
}
