import type { Progress } from './phases.ts'

/** How much was done at a time; in milliseconds of any monotonic clock. */
export type Sample = { at: number; done: number }

/** The speed in units per second, and the seconds left; each only if it is meaningful. */
export type Pace = { perSecond?: number; secondsLeft?: number }

const windowMilliseconds = 30_000
const minMilliseconds = 3_000
const sampleMilliseconds = 500

/**
 * Adds a sample to those of the last 30 seconds. Samples less than half a second apart replace each other, so that the
 * list stays short however often progress is reported.
 */
export const addSample = (samples: readonly Sample[], sample: Sample): Sample[] => {
  const last = samples.at(-1)
  const before = samples.at(-2)
  const isClose = last && before && last.at - before.at < sampleMilliseconds
  const kept = isClose ? samples.slice(0, -1) : samples
  // The first sample outside the window is kept, so that the samples span the whole window.
  const first = kept.findLastIndex(({ at }) => sample.at - at >= windowMilliseconds)
  return [...kept.slice(Math.max(first, 0)), sample]
}

/**
 * The pace over the time span of the samples. There is no rate for less than three seconds or if nothing was done in
 * them; and no time left without a rate and a total, or if everything is done.
 */
export const paceOf = (samples: readonly Sample[], total?: number): Pace => {
  const [first] = samples
  const last = samples.at(-1)
  if (!first || !last || last.at - first.at < minMilliseconds || last.done <= first.done) return {}
  const perSecond = (1000 * (last.done - first.done)) / (last.at - first.at)
  return total === undefined || total <= last.done
    ? { perSecond }
    : { perSecond, secondsLeft: (total - last.done) / perSecond }
}

/**
 * Measures the pace of phases as they are reported: each call gets the latest report and gives the pace of its phase so far.
 * For whoever shows progress: a terminal, or an endpoint that the admin asks.
 */
export const measurePace = (now: () => number = () => performance.now()): ((progress: Progress) => Pace) => {
  let current: { phase: string; about: string | undefined; samples: Sample[] } | undefined
  return ({ about, done, phase, total }) => {
    const isSame = current?.phase === phase && current.about === about
    const samples = addSample(isSame ? (current?.samples ?? []) : [], { at: now(), done })
    current = { phase, about, samples }
    return paceOf(samples, total)
  }
}
