import { spawn } from 'node:child_process'
import { createHash } from 'node:crypto'
import { createInterface } from 'node:readline'
import { setTimeout as wait } from 'node:timers/promises'
import { fileURLToPath } from 'node:url'

import { generateSite } from '../../../.scripts/site/generateSite.ts'
import { stateOf } from '../../faults/state.ts'
import { tablesOf } from '../../faults/tables.ts'
import { expireLeases } from '../../faults/work.ts'
import { abortTransactions } from '../../helpers/abortTransactions.ts'
import { type App, folderOf } from '../scale/bootSite.ts'
import { emptySite } from '../scale/seedSite.ts'

export type Killed = {
  /** Processes that were killed, and imports that were completed in spite of it. */
  kills: number
  imports: number
  /** Completed imports whose rows are not those of an undisturbed one. */
  different: number
  /** Errors that imports reported or ended with. */
  errors: string[]
  /** Of an undisturbed import, and of all processes together. */
  undisturbedSeconds: number
  seconds: number
}

type Ended = { isKilled: boolean; line: string }

const program = fileURLToPath(new URL('./importing.ts', import.meta.url))
const lexical = fileURLToPath(new URL('../../../src/setup/registerLexical.mjs', import.meta.url))

/** Imports in another process, which is killed after some milliseconds of importing. */
const importFor = async (url: string, folder: string, milliseconds?: number): Promise<Ended> => {
  const child = spawn(process.execPath, ['--import', 'tsx', '--import', lexical, program, url, folder], {
    stdio: ['ignore', 'pipe', 'inherit'],
  })
  const ended = new Promise<unknown>((resolve) => child.once('close', (_, signal) => resolve(signal)))
  let line = ''
  for await (const next of createInterface({ input: child.stdout })) {
    line = next
    if (next === 'begins' && milliseconds !== undefined)
      void wait(milliseconds).then(() => child.kill('SIGKILL'))
  }
  return { isKilled: (await ended) === 'SIGKILL', line }
}

const digestOf = async ({ payload }: App): Promise<string> =>
  createHash('sha256')
    .update((await stateOf(tablesOf(payload))).join('\n'))
    .digest('hex')

/**
 * Imports a generated site again and again, and kills the process at random moments: after each kill, the next process
 * continues, and each completed import is compared with an undisturbed one, row by row.
 */
export const runKills = async (
  app: App,
  url: string,
  { articles, kills }: { articles: number; kills: number },
): Promise<Killed> => {
  const { folder, remove } = folderOf(generateSite({ articles }))
  const began = performance.now()
  try {
    await emptySite(app)
    const undisturbed: { milliseconds: number } = JSON.parse((await importFor(url, folder)).line)
    const expected = await digestOf(app)
    await emptySite(app)
    const result: Killed = {
      kills: 0,
      imports: 0,
      different: 0,
      errors: [],
      undisturbedSeconds: undisturbed.milliseconds / 1_000,
      seconds: 0,
    }
    for (let isDone = true; !isDone || result.kills < kills;) {
      const milliseconds = result.kills < kills ? Math.random() * undisturbed.milliseconds : undefined
      const { isKilled, line } = await importFor(url, folder, milliseconds)
      isDone = !isKilled
      if (isKilled) {
        result.kills += 1
        process.stderr.write(`  killed ${result.kills} of ${kills}\n`)
        await abortTransactions(app.payload)
        await expireLeases(app.payload)
        continue
      }
      result.imports += 1
      if (!line.startsWith('{') || !line.includes('"errors":[]')) result.errors.push(line)
      if ((await digestOf(app)) !== expected) result.different += 1
      await emptySite(app)
    }
    return { ...result, seconds: (performance.now() - began) / 1_000 }
  } finally {
    remove()
  }
}
