import { execFile, spawn } from 'node:child_process'
import { once } from 'node:events'
import { chownSync, mkdtempSync, readdirSync, rmSync } from 'node:fs'
import { tmpdir } from 'node:os'
import path from 'node:path'
import { setTimeout as pause } from 'node:timers/promises'
import { promisify } from 'node:util'

import { findOnPath } from './findOnPath.ts'
import { freePort } from './freePort.ts'
import { skipOrFail } from './skipOrFail.ts'
import type { Skipped } from './skipOrFail.ts'
import { withDatabase } from './withDatabase.ts'

/** A Postgres: `url` returns the URL of a database on it, `stop` ends it if it was started here. */
export type Postgres = { url: (databaseName: string) => string; stop: () => Promise<void> }

/** An account other than root, which neither initdb nor postgres runs as. */
type Account = { uid: number; gid: number }

const run = promisify(execFile)

/**
 * Finds a Postgres to test with: the one at TEST_POSTGRES_URL, or a server that is started from the first `initdb` that runs,
 * on PATH or in Debian's folder for it.
 * @returns The server, or why Postgres tests are skipped.
 * @throws If there is none and ANSWERBOOK_REQUIRE_ALL=1, or if one exists but does not start.
 */
export const findPostgres = async (): Promise<Postgres | Skipped> => {
  const given = process.env.TEST_POSTGRES_URL ?? ''
  if (given !== '')
    return { url: (databaseName) => withDatabase(given, databaseName), stop: () => Promise.resolve() }
  for (const initdb of [...(await findOnPath(['initdb'])), ...ofDebian()]) {
    const runs = await run(initdb, ['--version']).then(
      () => true,
      () => false,
    )
    if (runs) return start(path.dirname(initdb))
  }
  const how = 'Set TEST_POSTGRES_URL to a server, install the package postgresql, or let .ci/run bring it.'
  return skipOrFail(`Postgres tests skipped: no initdb runs here. ${how}`)
}

const debianFolder = '/usr/lib/postgresql'

// Not on PATH there, since several versions may be installed; the newest first.
const ofDebian = (): string[] => {
  try {
    const versions = readdirSync(debianFolder).sort((a, b) => Number(b) - Number(a))
    return versions.map((version) => path.join(debianFolder, version, 'bin/initdb'))
  } catch {
    return []
  }
}

const accountOf = async (): Promise<Account | undefined> => {
  if (process.getuid?.() !== 0) return undefined
  for (const name of ['postgres', 'nobody']) {
    const ids = await Promise.all([run('id', ['-u', name]), run('id', ['-g', name])]).catch(() => undefined)
    if (ids) return { uid: Number(ids[0].stdout), gid: Number(ids[1].stdout) }
  }
  return undefined
}

// What is lost with the power needs no tests, and waiting for the disk would be most of their time.
const settings = ['fsync=off', 'synchronous_commit=off', 'full_page_writes=off', 'max_connections=200']

// The server ends with the process that started it, however that ends, and removes its files.
const guard = `
  "$@" &
  server=$!
  read -r _
  kill -QUIT $server 2>/dev/null
  wait $server
  rm -rf "$DATA_FOLDER"`

const start = async (binaries: string): Promise<Postgres> => {
  const account = await accountOf()
  const folder = mkdtempSync(path.join(tmpdir(), 'answerbook-postgres-'))
  if (account) chownSync(folder, account.uid, account.gid)
  const options = { ...account, cwd: folder }
  const initialize = ['-D', folder, '-U', 'postgres', '--auth=trust', '--no-sync', '-E', 'UTF8', '--locale=C']
  try {
    await run(path.join(binaries, 'initdb'), initialize, options)
  } catch (error) {
    rmSync(folder, { force: true, recursive: true })
    throw error
  }
  const port = await freePort()
  const own = ['listen_addresses=127.0.0.1', `port=${port}`, 'unix_socket_directories=', ...settings]
  const command = [path.join(binaries, 'postgres'), '-D', folder, ...own.flatMap((each) => ['-c', each])]
  const server = spawn('sh', ['-c', guard, 'sh', ...command], {
    ...options,
    detached: true,
    env: { ...process.env, DATA_FOLDER: folder },
    stdio: ['pipe', 'ignore', 'pipe'],
  })
  let log = ''
  server.stderr.setEncoding('utf8').on('data', (text: string) => (log = (log + text).slice(-10_000)))
  for (let tries = 0; !log.includes('ready to accept connections'); tries += 1) {
    if (server.exitCode !== null || tries === 300) throw new Error(`Postgres does not come up:\n${log}`)
    await pause(100)
  }
  return {
    url: (databaseName) => `postgres://postgres@127.0.0.1:${port}/${databaseName}`,
    stop: async () => {
      const ended = once(server, 'close')
      server.stdin.end()
      await ended
    },
  }
}
