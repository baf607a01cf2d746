import { execFile } from 'node:child_process'
import { readdirSync, readFileSync, statSync, writeFileSync } from 'node:fs'
import path from 'node:path'

/** How a command ended. */
export type Ended = { code: number; stdout: string; stderr: string }

// What npm and Vitest tell their children is about this project, not about the app.
const environment = (): NodeJS.ProcessEnv => ({
  ...Object.fromEntries(
    Object.entries(process.env).filter(
      ([name]) => !/^(npm_|vitest|node_options$|database_url$|payload_)/i.test(name),
    ),
  ),
  NODE_ENV: 'development',
})

/** Runs a command in a folder to its end. */
export const run = (folder: string, command: string, args: string[]): Promise<Ended> =>
  new Promise((resolve) => {
    const options = {
      cwd: folder,
      env: environment(),
      encoding: 'utf8',
      maxBuffer: 64 * 1024 * 1024,
    } as const
    execFile(command, args, options, (error, stdout, stderr) => {
      const code = error === null ? 0 : typeof error.code === 'number' ? error.code : -1
      resolve({ code, stdout, stderr })
    })
  })

/** All files of a folder by path, with their text. */
const filesOf = (folder: string): Record<string, string> =>
  Object.fromEntries(
    readdirSync(folder, { recursive: true, encoding: 'utf8' })
      .filter((file) => statSync(path.join(folder, file)).isFile())
      .sort()
      .map((file) => [file, readFileSync(path.join(folder, file), 'utf8')]),
  )

/** The JSON object that a command printed, and nothing else: `{ code, report }`. */
const reported = async (ended: Promise<Ended>): Promise<{ code: number; report: unknown }> => {
  const { code, stderr, stdout } = await ended
  try {
    return { code, report: JSON.parse(stdout) }
  } catch {
    throw new Error(`Ended with ${code}; this is no JSON object alone: ${stdout}\n${stderr}`)
  }
}

/** What a person changes in a file by hand. */
export type HandEdit = { file: string; from: string; to: string }

export type AppRun = {
  types: Ended
  importMap: string
  /** The migration that Payload's own command makes. */
  migration: { code: number; text: string }
  check: Ended
  imported: { code: number; report: unknown }
  verified: { code: number; report: unknown }
  exported: { code: number; files: Record<string, string> }
  edited: Ended
  exportedAfterEdits: { code: number; files: Record<string, string> }
  importedByHand: { code: number; report: unknown }
  verifiedByHand: { code: number; report: unknown }
}

/** The life of an app with the package: types, import, verify, export, edits, export, a file changed by hand, import. */
export const liveOnce = async (folder: string, hand: HandEdit): Promise<AppRun> => {
  const npx = (...args: string[]) => run(folder, 'npx', ['--no-install', ...args])
  const answerbook = (...args: string[]) => reported(npx('answerbook', ...args, '--json'))
  const exportTo = async (name: string) => ({
    code: (await answerbook('export', name)).code,
    files: filesOf(path.join(folder, name)),
  })
  const types = await npx('payload', 'generate:types')
  await npx('payload', 'generate:importmap')
  const importMap = readFileSync(path.join(folder, 'app/(payload)/admin/importMap.js'), 'utf8')
  const check = await npx('tsc', '--noEmit')
  const made = await npx('payload', 'migrate:create', 'first')
  const migrations = filesOf(path.join(folder, 'migrations'))
  const migration = {
    code: made.code,
    text: Object.entries(migrations)
      .flatMap(([name, text]) => (name.endsWith('_first.ts') ? [text] : []))
      .join(''),
  }
  const imported = await answerbook('import', 'site')
  const verified = await answerbook('verify', 'site')
  const exported = await exportTo('out')
  const edited = await npx('tsx', 'edit.ts')
  const exportedAfterEdits = await exportTo('edited')
  const file = path.join(folder, 'edited', hand.file)
  writeFileSync(file, readFileSync(file, 'utf8').replace(hand.from, hand.to))
  const importedByHand = await answerbook('import', 'edited')
  const verifiedByHand = await answerbook('verify', 'edited')
  return {
    types,
    importMap,
    migration,
    check,
    imported,
    verified,
    exported,
    edited,
    exportedAfterEdits,
    importedByHand,
    verifiedByHand,
  }
}
