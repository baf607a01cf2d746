import { exitCodes } from './exitCodes.ts'

const signals = ['SIGINT', 'SIGTERM', 'SIGHUP'] as const

/** What the work of a command does not interrupt when it is told to stop. */
export type StopsAfter = 'batch' | 'run'

/**
 * A signal that is aborted by Ctrl-C (or SIGTERM) once the work has begun: stop cleanly. A second Ctrl-C ends the
 * process at once. Until this is called, the first one does (`ending.mjs`).
 */
export const stopSignal = (after: StopsAfter): AbortSignal => {
  const controller = new AbortController()
  const stop = (): void => {
    if (controller.signal.aborted) process.exit(exitCodes.failed)
    process.stderr.write(`Stopping after the current ${after}; press Ctrl-C again to stop at once.\n`)
    controller.abort()
  }
  for (const signal of signals) {
    process.removeAllListeners(signal)
    process.on(signal, stop)
  }
  return controller.signal
}
