import { randomBytes } from 'node:crypto'
import { mkdtempSync, rmSync } from 'node:fs'
import { tmpdir } from 'node:os'
import path from 'node:path'

import { Command } from 'commander'

import { withAppName } from '../helpers/abortTransactions.ts'
import { findServer } from '../helpers/findServer.ts'
import { runKills } from './kills/runKills.ts'
import { bootApp } from './scale/bootSite.ts'

type Flags = { articles: string; database: string; kills: string; json?: boolean }

const program = new Command('bench:kills')
  .description(
    'Kills an import at random moments and compares what its continuations leave with an undisturbed import.',
  )
  .option('--articles <number>', 'files of the site', '2000')
  .option('--database <name>', 'sqlite, mongodb or postgres', 'sqlite')
  .option('--kills <number>', 'how many processes to kill', '100')
  .option('--json', 'print one JSON object')
const { articles, database, json, kills } = program.parse().opts<Flags>()

const folder = mkdtempSync(path.join(tmpdir(), 'answerbook-bench-'))
const server = await findServer(database)
if (server && 'skipped' in server) throw new Error(server.skipped)
const name = `bench-kills-${randomBytes(4).toString('hex')}`
const url = server ? withAppName(server.url(name), name) : `file:${path.join(folder, 'kills.db')}`
const app = await bootApp(url)
try {
  const killed = await runKills(app, url, { articles: Number(articles), kills: Number(kills) })
  if (json) console.log(JSON.stringify(killed))
  else console.table({ [database]: { ...killed, errors: killed.errors.length } })
  for (const error of killed.errors) console.error(error)
  process.exitCode = killed.different > 0 || killed.errors.length > 0 ? 1 : 0
} finally {
  await app.payload.destroy()
  await server?.stop()
  rmSync(folder, { force: true, recursive: true })
}
