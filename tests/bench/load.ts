import { Command } from 'commander'

import { failuresOf, type Measured, rowsOf } from './load/report.ts'
import { withSite } from './load/withSite.ts'
import { inChild } from './scale/inChild.ts'

type Flags = {
  articles: string
  databases: string
  files: string
  idle: string
  atMost?: string
  only: string
  keep?: string
  json?: boolean
}

const program = new Command('bench:load')
  .description(
    'Times reads and saves while a site is imported, exported and audited. Progress goes to standard error.',
  )
  .option('--articles <number>', 'size of the site, in whole copies of 2,000', '36000')
  .option('--databases <list>', 'some of sqlite, mongodb and postgres', 'sqlite,mongodb,postgres')
  .option('--files <number>', 'new files for each import', '2000')
  .option('--idle <seconds>', 'how long to time requests while nothing else runs', '30')
  .option('--at-most <seconds>', 'stop each import, export and audit after so long')
  .option('--only <text>', 'work whose name has this text', '')
  .option(
    '--keep <folder>',
    'keep seeded databases for the next run (MongoDB, Postgres: at TEST_MONGODB_URL, TEST_POSTGRES_URL)',
  )
  .option('--json', 'print one JSON object')
const { articles, atMost = '', databases, files, idle, json, keep, only } = program.parse().opts<Flags>()

const everything: Record<string, Measured[]> = {}
for (const database of databases.split(',')) {
  const script = new URL('./load/measure.ts', import.meta.url)
  const measured =
    (await withSite({ database, articles, keep }, (url) =>
      inChild<Measured[]>(script, [url, articles, files, idle, atMost, only]),
    )) ?? []
  everything[database] = measured
  if (json) continue
  console.log(`${database}: ${articles} articles`)
  console.table(rowsOf(measured))
  for (const failure of failuresOf(measured)) console.log(failure)
}
if (json) console.log(JSON.stringify(everything))
process.exit(0)
