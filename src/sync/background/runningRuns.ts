import { setTimeout as wait } from 'node:timers/promises'

import type { Payload } from 'payload'

import { addSample, paceOf, type Sample } from '../../progress/pace.ts'
import type { Progress } from '../../progress/phases.ts'
import { suspended } from '../runHooks.ts'

/** How far a run has got; null where nothing is known. */
export type RunProgress = {
  phase: Progress['phase'] | null
  done: number
  total: number | null
  perSecond: number | null
  secondsLeft: number | null
}

/** A run of this process. */
export type RunningRun = {
  payload: Payload
  signal: AbortSignal
  /** Stops it between two batches. */
  cancel: () => void
  /** Stops it between two batches, for another process to continue it. */
  suspend: () => void
  /** Takes note of what the run is doing. */
  note: (progress: Progress) => void
  progress: () => RunProgress
  /** What it has counted so far. */
  counts: Record<string, number>
  /** Settles when it has ended. */
  ended: Promise<void>
}

/** Progress of a run that has not reported any. */
export const noProgress: RunProgress = {
  phase: null,
  done: 0,
  total: null,
  perSecond: null,
  secondsLeft: null,
}

/** Milliseconds that a stopping server waits for its runs. */
const maxStopping = 10_000

const running = new Map<string, RunningRun>()

const progressOf = () => {
  let samples: Sample[] = []
  let last: Progress | undefined
  return {
    note: (progress: Progress): void => {
      if (progress.phase !== last?.phase) samples = []
      samples = addSample(samples, { at: performance.now(), done: progress.done })
      last = progress
    },
    progress: (): RunProgress => {
      if (!last) return noProgress
      const { perSecond = null, secondsLeft = null } = paceOf(samples, last.total)
      return { phase: last.phase, done: last.done, total: last.total ?? null, perSecond, secondsLeft }
    },
  }
}

/** The run of this process with an id, if there is one. */
export const runningRun = (id: string): RunningRun | undefined => running.get(id)

/** Takes note of a run that this process begins to work on, until `work` has ended. */
export const whileRunning = (
  payload: Payload,
  id: string,
  work: (run: RunningRun) => Promise<void>,
): Promise<void> => {
  const controller = new AbortController()
  const run: RunningRun = {
    payload,
    signal: controller.signal,
    cancel: () => controller.abort(),
    suspend: () => controller.abort(suspended),
    ...progressOf(),
    counts: {},
    ended: Promise.resolve(),
  }
  running.set(id, run)
  run.ended = work(run).finally(() => running.delete(id))
  return run.ended
}

/** Stops all runs on a database for another process to continue them; resolves when they have stopped, or after a while. */
export const suspendRuns = async (payload: Payload): Promise<void> => {
  const own = [...running.values()].filter((run) => run.payload === payload)
  for (const { suspend } of own) suspend()
  await Promise.race([
    Promise.all(own.map(({ ended }) => ended)),
    wait(maxStopping, undefined, { ref: false }),
  ])
}
