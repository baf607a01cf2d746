import { execFile, spawn } from 'node:child_process'
import { randomBytes } from 'node:crypto'
import { mkdirSync, mkdtempSync, rmSync } from 'node:fs'
import { tmpdir } from 'node:os'
import path from 'node:path'
import { promisify } from 'node:util'

import { freePort } from './freePort.ts'

/** The whole product, started like `npm start`, on a separate database with the demo content. */
export type RunningServer = {
  url: string
  /** Its own; imports and exports that are started in the admin may use the folder `roots` in it. */
  folder: string
  /** The first admin, as the server has printed it. */
  admin: { email: string; password: string }
  /** Creates a user from the command line. */
  makeUser: (email: string, role: string) => Promise<{ email: string; password: string }>
  /** Runs a command on the server's database; returns what it prints. */
  command: (...args: string[]) => Promise<string>
  stop: () => Promise<number | null>
}

const startTimeout = 15 * 60 * 1000

export type StartOptions = {
  /** Default: SQLite in the server's own folder. */
  databaseUrl?: string
  /** Default: the demo. */
  content?: string
  /** Default: a new one. Sessions survive a restart with the same one. */
  secret?: string
}

/** Starts the server and waits until it is ready; the first one of a run builds the admin. */
export const startServer = async ({
  databaseUrl,
  content = 'content',
  secret = randomBytes(32).toString('hex'),
}: StartOptions = {}): Promise<RunningServer> => {
  const folder = mkdtempSync(path.join(tmpdir(), 'answerbook-e2e-'))
  const port = await freePort()
  const env = {
    ...process.env,
    CONTENT_DIR: content,
    CONTENT_ROOTS: path.join(folder, 'roots'),
    DATABASE_URL: databaseUrl ?? `file:${path.join(folder, 'answerbook.db')}`,
    LOG_LEVEL: 'warn',
    MEDIA_DIR: path.join(folder, 'media'),
    PAYLOAD_SECRET: secret,
    PORT: String(port),
    VITEST: '',
    WORK_DIR: path.join(folder, 'work'),
  }
  mkdirSync(env.CONTENT_ROOTS)
  const child = spawn(
    process.execPath,
    ['--import', 'tsx', '--import', './src/setup/registerLexical.mjs', 'src/standalone/server/main.ts'],
    {
      env,
      stdio: ['ignore', 'pipe', 'pipe'],
    },
  )
  let output = ''
  const exit = new Promise<number | null>((resolve) => child.on('close', (code) => resolve(code)))
  await new Promise<void>((resolve, reject) => {
    const timer = setTimeout(
      () => reject(new Error(`The server did not start in time:\n${output}`)),
      startTimeout,
    )
    const listen = (chunk: Buffer): void => {
      output += chunk.toString()
      if (!output.includes('Ctrl+C stops the server')) return
      clearTimeout(timer)
      resolve()
    }
    child.stdout.on('data', listen)
    child.stderr.on('data', listen)
    void exit.then((code) => reject(new Error(`The server ended with ${code}:\n${output}`)))
  })
  const command = async (...args: string[]): Promise<string> => {
    const { stdout } = await promisify(execFile)(process.execPath, ['src/cli/answerbook.mjs', ...args], {
      env,
    })
    return stdout
  }
  return {
    url: `http://localhost:${port}`,
    folder,
    admin: {
      email: /E-mail\s+(\S+)/.exec(output)?.[1] ?? '',
      password: /Password\s+(\S+)/.exec(output)?.[1] ?? '',
    },
    command,
    makeUser: async (email, role) => JSON.parse(await command('user', email, '--role', role, '--json')),
    stop: async () => {
      child.kill('SIGTERM')
      const code = await exit
      rmSync(folder, { force: true, recursive: true })
      return code
    },
  }
}
