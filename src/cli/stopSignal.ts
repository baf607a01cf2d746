/** A signal that Ctrl-C (or SIGTERM) gives once: stop cleanly. A second one ends the process at once. */
export const stopSignal = (): AbortSignal => {
  const controller = new AbortController()
  const stop = (): void => {
    if (controller.signal.aborted) process.exit(130)
    process.stderr.write('Stopping after the current batch; once more to stop at once.\n')
    controller.abort()
  }
  process.on('SIGINT', stop)
  process.on('SIGTERM', stop)
  return controller.signal
}
