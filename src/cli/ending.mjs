// Plain JavaScript: it watches everything else, including the loading of TypeScript.
const failed = 3

let isEnding = false
let isOutputLost = false

const say = (sentence) => process.stderr.write(`${sentence}\n`)

const endAtOnce = (sentence) => {
  isEnding = true
  say(sentence)
  process.exit(failed)
}

const stopped = () => endAtOnce('Stopped before the work began.')

/**
 * Makes sure that the process never ends without an explanation: whatever ends it before `end` was called results in
 * exit code 3 and a message on standard error. This covers calls of process.exit, and an empty event loop, as when the
 * import of a config never settles (payload#16381).
 */
export const watchOver = () => {
  process.exitCode = failed
  process.on('exit', () => {
    if (isEnding) return
    process.exitCode = failed
    say('The command ended before its work was done.')
  })
  process.on('uncaughtException', (error) =>
    endAtOnce(error instanceof Error ? error.message : String(error)),
  )
  process.stdout.on('error', () => (isOutputLost = true))
  // If nobody reads standard error, the exit code still tells.
  process.stderr.on('error', () => undefined)
  // Once the work has begun, stopSignal() takes over.
  for (const signal of ['SIGINT', 'SIGTERM', 'SIGHUP']) process.on(signal, stopped)
}

/** Ends the process with an exit code once all results are written, although database drivers hold handles open. */
export const end = async (exitCode) => {
  await new Promise((resolve) => process.stdout.write('', resolve))
  await new Promise(setImmediate)
  if (isOutputLost) endAtOnce('The results could not be written: standard output was closed.')
  isEnding = true
  process.exit(exitCode)
}
