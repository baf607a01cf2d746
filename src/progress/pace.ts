/** How much was done at a moment; milliseconds of any clock that only goes forward. */
export type Sample = { at: number; done: number }

/** How fast something goes, in units a second, and how many seconds are left; each only where it means something. */
export type Pace = { perSecond?: number; secondsLeft?: number }

const windowMilliseconds = 30_000
const minMilliseconds = 3_000
const sampleMilliseconds = 500

/**
 * Adds a sample to those of the last 30 seconds. Samples closer than half a second replace each other, so that the
 * list stays short however often something reports.
 */
export const addSample = (samples: readonly Sample[], sample: Sample): Sample[] => {
  const last = samples.at(-1)
  const before = samples.at(-2)
  const isClose = last && before && last.at - before.at < sampleMilliseconds
  const kept = isClose ? samples.slice(0, -1) : samples
  // The first sample outside of the window stays: the window reaches back to it.
  const first = kept.findLastIndex(({ at }) => sample.at - at >= windowMilliseconds)
  return [...kept.slice(Math.max(first, 0)), sample]
}

/**
 * The pace over the samples' time. No rate before three seconds have passed or where nothing was done in them; no time
 * left without a rate and a total, or where everything is done.
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
