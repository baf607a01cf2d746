import { exitCodes } from './exitCodes.ts'

const signals = ['SIGINT', 'SIGTERM', 'SIGHUP'] as const

/**
 * A signal that is aborted by Ctrl-C (or SIGTERM) once the work has begun: stop cleanly. A second Ctrl-C ends the
 * process at once. Until this is called, the first one does (`ending.mjs`).
 */
export const stopSignal = (): AbortSignal => {
  const controller = new AbortController()
  const stop = (): void => {
    if (controller.signal.aborted) process.exit(exitCodes.failed)
    process.stderr.write('Stopping after the current batch; press Ctrl-C again to stop at once.\n')
    controller.abort()
  }
  for (const signal of signals) {
    process.removeAllListeners(signal)
    process.on(signal, stop)
  }
  return controller.signal
}
