import { lstatSync, readdirSync } from 'node:fs'
import { readFile, writeFile } from 'node:fs/promises'
import path from 'node:path'

import type { Payload } from 'payload'

import type { Mapping } from '../../../src/mapping/types.ts'
import { importFiles } from '../../../src/sync/import/importFiles.ts'
import { compare, type Figure } from './figure.ts'

/** Walks over a folder and reads the status of each file, as fast as Node can. Returns the paths of the files. */
const walkAndStat = (folder: string, files: string[] = []): string[] => {
  for (const entry of readdirSync(folder, { withFileTypes: true })) {
    const name = path.join(folder, entry.name)
    if (entry.isDirectory()) walkAndStat(name, files)
    else if (lstatSync(name).isFile()) files.push(name)
  }
  return files
}

export type UnchangedOptions = {
  payload: Payload
  mappings: readonly Mapping[]
  /** A content root that has been imported. One of its files is changed. */
  folder: string
  rounds?: number
}

/** Imports of a folder in which nothing, and one file, has changed, against walking over its files and their status. */
export const measureUnchanged = async ({
  folder,
  mappings,
  payload,
  rounds = 7,
}: UnchangedOptions): Promise<Figure[]> => {
  const baseline = () => Promise.resolve(walkAndStat(folder))
  const run = () => importFiles({ payload, mappings, folder })
  const files = (await baseline()).filter((name) => name.endsWith('.md'))
  // Files that are as new as the import that read them are read once more.
  for (let round = 0; round < 2; round += 1) await run()
  const unchanged = await compare('unchanged import / walk and stat', { ours: run, baseline }, rounds)
  const changed = files[Math.floor(files.length / 2)]
  if (changed === undefined) throw new Error('The folder has no files.')
  let edits = 0
  const edit = async (): Promise<void> => {
    edits += 1
    const text = await readFile(changed, 'utf8')
    await writeFile(changed, text.replace(/^author: .*$/m, `author: Author ${edits}`))
  }
  const one = await compare(
    'import of one changed file / unchanged import',
    { ours: async () => edit().then(run), baseline: run },
    rounds,
  )
  return [unchanged, one]
}
