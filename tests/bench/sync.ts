import { mkdtempSync, rmSync } from 'node:fs'
import { tmpdir } from 'node:os'
import path from 'node:path'

import { Command } from 'commander'

import { findServer } from '../helpers/findServer.ts'
import { inChild } from './scale/inChild.ts'
import type { Figure } from './sync/figure.ts'

type Flags = { articles: string; databases: string; json?: boolean }

const program = new Command('bench:sync')
  .description('Times imports and exports of whole sites against named baselines, in one run each.')
  .option('--articles <list>', 'sizes of generated sites', '35915')
  .option('--databases <list>', 'some of sqlite, mongodb and postgres', 'sqlite,mongodb,postgres')
  .option('--json', 'print one JSON object')
const flags = program.parse().opts<Flags>()
const folder = mkdtempSync(path.join(tmpdir(), 'answerbook-bench-'))

const rounded = (value: number): number => Number(value.toPrecision(3))

const everything: Record<string, Record<string, Figure[]>> = {}
for (const database of flags.databases.split(',')) {
  const found = await findServer(database)
  if (found && 'skipped' in found) {
    console.warn(found.skipped)
    continue
  }
  try {
    for (const size of flags.articles.split(',')) {
      process.stderr.write(`${database}, ${size} articles\n`)
      const name = `bench-sync-${size}`
      const url = found ? found.url(name) : `file:${path.join(folder, `${name}.db`)}`
      const figures = await inChild<Figure[]>(new URL('./sync/measure.ts', import.meta.url), [url, size])
      everything[database] = { ...everything[database], [size]: figures }
      if (flags.json) continue
      console.log(`${database}, ${size} articles`)
      console.table(
        figures.map(({ baseline, name: what, ours, ratio }) => ({
          what,
          ours: rounded(ours),
          baseline: rounded(baseline),
          ratio: rounded(ratio),
        })),
      )
    }
  } finally {
    await found?.stop()
  }
}
if (flags.json) console.log(JSON.stringify(everything))
rmSync(folder, { force: true, recursive: true })
process.exit(0)
