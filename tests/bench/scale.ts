import { existsSync, mkdirSync, mkdtempSync, rmSync } from 'node:fs'
import { tmpdir } from 'node:os'
import path from 'node:path'

import { Command } from 'commander'

import { findServer, type Server } from '../helpers/findServer.ts'
import type { Growth } from './scale/growth.ts'
import { inChild } from './scale/inChild.ts'
import { type Measured, rowsOfActs, rowsOfGrowth, rowsOfRatios } from './scale/report.ts'

type Flags = {
  articles?: string
  databases: string
  rounds: string
  only: string
  keep?: string
  import?: boolean
  json?: boolean
}

const measure = <Result>(...args: string[]): Promise<Result> =>
  inChild(new URL('./scale/measure.ts', import.meta.url), args)

const program = new Command('bench:scale')
  .description(
    'Times what people and programs do with a site, at several sizes. Progress goes to standard error.',
  )
  .option('--articles <list>', 'sizes, in whole copies of 2,000 (with --import: any)')
  .option('--databases <list>', 'some of sqlite, mongodb and postgres', 'sqlite,mongodb,postgres')
  .option('--rounds <number>', 'rounds of each act, after two to warm up', '15')
  .option('--only <text>', 'acts whose name has this text', '')
  .option(
    '--keep <folder>',
    'keep seeded databases for the next run (MongoDB, Postgres: at TEST_MONGODB_URL, TEST_POSTGRES_URL)',
  )
  .option('--import', 'import and export whole sites instead')
  .option('--json', 'print one JSON object')
const flags = program.parse().opts<Flags>()
const mode = flags.import ? 'import' : 'acts'
const sizes = (flags.articles ?? (flags.import ? '2000,35915' : '2000,36000,360000')).split(',')
const folder = flags.keep ?? mkdtempSync(path.join(tmpdir(), 'answerbook-bench-'))
mkdirSync(folder, { recursive: true })

const fileOf = (name: string): string => path.join(folder, `${name}.db`)

const urlOf = (name: string, server: Server | undefined): string =>
  server ? server.url(name) : `file:${fileOf(name)}`

const measureAll = async <Result>(database: string): Promise<Result[]> => {
  const found = await findServer(database)
  if (found && 'skipped' in found) {
    console.warn(found.skipped)
    return []
  }
  const results: Result[] = []
  const base = found ? 'bench-base' : fileOf('bench-base')
  try {
    // The first site is imported once; those to be measured are multiples of it.
    if (mode === 'acts') await measure('base', urlOf('bench-base', found))
    for (const size of sizes) {
      process.stderr.write(`${database}, ${size} articles\n`)
      const url = urlOf(`bench-${mode}-${size}`, found)
      if (mode === 'acts') await measure('seed', url, size, base)
      results.push(await measure<Result>(mode, url, size, flags.rounds, flags.only))
    }
  } finally {
    await found?.stop()
  }
  return results
}

const everything: Record<string, unknown> = {}
for (const database of flags.databases.split(',')) {
  if (flags.import) {
    const measured = await measureAll<Growth>(database)
    everything[database] = measured
    if (flags.json) continue
    console.log(`${database}: whole sites`)
    console.table(rowsOfGrowth(measured))
    console.table(rowsOfRatios(measured))
  } else {
    const measured = await measureAll<Measured>(database)
    everything[database] = measured
    if (flags.json) continue
    console.log(`${database}: ${flags.rounds} rounds`)
    console.table(rowsOfActs(measured))
  }
}
if (flags.json) console.log(JSON.stringify(everything))
if (flags.keep === undefined && existsSync(folder)) rmSync(folder, { force: true, recursive: true })
process.exit(0)
