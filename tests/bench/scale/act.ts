/** Something that people or programs do with a site, to be timed. */
export type Act = {
  name: string
  /** Searches may grow with the site, so they have another limit. */
  isSearch?: boolean
  /** Prepares the next round; not timed. */
  before?: () => Promise<unknown>
  run: () => Promise<unknown>
  /** Leaves the site as it was; not timed. */
  after?: () => Promise<unknown>
}

/** Milliseconds of an act at the median and at the 95th percentile. */
export type Timing = { name: string; isSearch: boolean; p50: number; p95: number }

const warmUps = 2

/** The percentile of some times, for a share from 0 to 1. */
export const percentile = (times: readonly number[], share: number): number => {
  const sorted = times.toSorted((a, b) => a - b)
  return sorted[Math.min(sorted.length - 1, Math.ceil(sorted.length * share) - 1)] ?? Number.NaN
}

/** Times an act in a number of rounds, after two to warm up. */
export const timeAct = async (act: Act, rounds: number): Promise<Timing> => {
  const times: number[] = []
  for (let round = 0; round < rounds + warmUps; round += 1) {
    await act.before?.()
    const started = performance.now()
    await act.run()
    if (round >= warmUps) times.push(performance.now() - started)
    await act.after?.()
  }
  const { isSearch = false, name } = act
  return { name, isSearch, p50: percentile(times, 0.5), p95: percentile(times, 0.95) }
}
