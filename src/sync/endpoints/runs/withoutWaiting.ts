import type { OnProgress } from '../../../progress/phases.ts'

/** Another import or export is in progress, and a request cannot wait for its end. */
export class BusyError extends Error {
  override readonly name = 'BusyError'
}

/**
 * Starts a run only if it does not have to wait for another one. Passes it a progress callback and the signal that ends
 * it.
 * @throws BusyError that names the current run.
 */
export const withoutWaiting = async <Result>(
  run: (given: { onProgress: OnProgress; signal: AbortSignal }) => Promise<Result>,
): Promise<Result> => {
  const waiting = new AbortController()
  let holder: string | undefined
  const result = await run({
    signal: waiting.signal,
    onProgress: ({ about, phase }) => {
      if (phase !== 'wait') return
      holder = about ?? 'another run'
      waiting.abort()
    },
  })
  if (holder === undefined) return result
  throw new BusyError(`Not now: ${holder} is still running. Nothing was done. Try again when it has ended.`)
}
