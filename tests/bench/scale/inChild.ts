import { spawn } from 'node:child_process'
import { once } from 'node:events'
import { fileURLToPath } from 'node:url'

/** Runs a measuring script in a separate process; returns the JSON that it prints. */
export const inChild = async <Result>(script: URL, args: readonly string[]): Promise<Result> => {
  // The limits of memory that the command was given.
  const limits = process.execArgv.filter((argument) => argument.startsWith('--max-'))
  const child = spawn(process.execPath, [...limits, '--import', 'tsx', fileURLToPath(script), ...args], {
    stdio: ['ignore', 'pipe', 'inherit'],
  })
  const closed = once(child, 'close')
  let text = ''
  for await (const part of child.stdout) text += String(part)
  const [code, signal]: unknown[] = await closed
  if (text === '' || code !== 0)
    throw new Error(`Measuring (${args.join(' ')}) ended with ${String(code ?? signal)}.`)
  return JSON.parse(text)
}
