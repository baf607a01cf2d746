import { Worker } from 'node:worker_threads'

/** Reports that a phase is still running if nothing else was written for a while, even while the main thread is busy. */
export type Ticker = {
  /** A phase has begun. */
  begin: (title: string) => void
  /** Something was written just now. */
  touch: () => void
  /** Nothing is written from here on. */
  stop: () => void
}

/** Maximum time without output, in milliseconds; below the two seconds that are promised. */
export const silence = 1_800

const never = 2n ** 62n

/** Starts a ticker that writes to an open file: lines or, on a terminal, over the current line. */
export const startTicker = ({ fd, isTerminal }: { fd: number; isTerminal: boolean }): Ticker => {
  const lastOutput = new BigInt64Array(new SharedArrayBuffer(8))
  const touch = (): void => {
    Atomics.store(lastOutput, 0, BigInt(Date.now()))
  }
  touch()
  const worker = new Worker(new URL('./ticker.mjs', import.meta.url), {
    workerData: { fd, isTerminal, lastOutput, silence },
    // Without the loaders of the main thread, it starts at once.
    execArgv: [],
  })
  worker.unref()
  worker.on('error', (error) => process.emitWarning(`Progress is shown late: ${error.message}`))
  return {
    begin: (title) => worker.postMessage({ title, began: Date.now() }),
    touch,
    stop: () => {
      Atomics.store(lastOutput, 0, never)
      void worker.terminate()
    },
  }
}
