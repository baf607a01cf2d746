const allMilliseconds = 9_500

/** npm runs a script through a shell, which does not forward a signal and ends: its end serves as the signal. */
const whenAdopted = (act: () => void): void => {
  const parent = process.ppid
  const watch = setInterval(() => {
    if (process.ppid === parent) return
    clearInterval(watch)
    act()
  }, 250)
  watch.unref()
}

/**
 * Stops the process on SIGTERM and SIGINT: cleanly and with exit code 0, within ten seconds; immediately on a second
 * signal.
 */
export const stopOnSignals = (stop: () => Promise<void>): void => {
  let isStopping = false
  const begin = (): void => {
    isStopping = true
    setTimeout(() => process.exit(0), allMilliseconds).unref()
    void stop().finally(() => process.exit(0))
  }
  const onSignal = (): void => (isStopping ? process.exit(1) : begin())
  process.on('SIGTERM', onSignal)
  process.on('SIGINT', onSignal)
  if (process.env.npm_lifecycle_event !== undefined) whenAdopted(() => (isStopping ? undefined : begin()))
}
