const allMilliseconds = 9_500

/** Stops the process on SIGTERM and SIGINT: cleanly and with exit code 0, within ten seconds; at once when asked again. */
export const stopOnSignals = (stop: () => Promise<void>): void => {
  let isStopping = false
  const onSignal = (): void => {
    if (isStopping) process.exit(1)
    isStopping = true
    setTimeout(() => process.exit(0), allMilliseconds).unref()
    void stop().finally(() => process.exit(0))
  }
  process.on('SIGTERM', onSignal)
  process.on('SIGINT', onSignal)
}
