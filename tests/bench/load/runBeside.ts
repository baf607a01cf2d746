import { spawn } from 'node:child_process'
import { once } from 'node:events'
import { fileURLToPath } from 'node:url'

import { exitCodes } from '../../../src/cli/exitCodes.ts'

const program = fileURLToPath(new URL('../../../src/cli/answerbook.mjs', import.meta.url))
const root = fileURLToPath(new URL('../../..', import.meta.url))

/** Runs a command on the same database in a separate process. Throws with its output if it cannot finish. */
export const runBeside = async (args: readonly string[], signal: AbortSignal): Promise<void> => {
  const child = spawn(process.execPath, [program, ...args, '--json'], {
    cwd: root,
    stdio: ['ignore', 'ignore', 'pipe'],
  })
  let words = ''
  child.stderr.setEncoding('utf8').on('data', (text: string) => {
    words = (words + text).slice(-2_000)
  })
  const stop = (): void => void child.kill('SIGTERM')
  signal.addEventListener('abort', stop)
  const [code]: unknown[] = await once(child, 'close')
  signal.removeEventListener('abort', stop)
  if (signal.aborted || code === exitCodes.done || code === exitCodes.errors) return
  throw new Error(`answerbook ${args.join(' ')} ended with ${String(code)}: ${words}`)
}
