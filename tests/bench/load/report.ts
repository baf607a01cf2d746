/** The number of requests, and their times in milliseconds. */
export type Spread = { count: number; p50: number; p99: number; max: number }

/** Measurements during some work: its seconds, the requests, and how long the event loop was blocked. */
export type Measured = {
  name: string
  seconds: number
  reads: Spread
  saves: Spread
  /** Milliseconds. */
  loop: { p99: number; max: number }
  failures: string[]
}

/** The maximum slowdown of reads, and the maximum time of a save in milliseconds. */
const maxSlowdown = 3
const maxSaving = 2_000

const shown = (milliseconds: number): string => milliseconds.toFixed(milliseconds < 10 ? 1 : 0)

const slowdown = (idle: Measured, then: Measured): number => then.reads.p99 / idle.reads.p99

/** The exceeded limits of a measurement, in a few words; empty if there are none. */
export const exceeds = (idle: Measured, then: Measured): string =>
  [
    ...(slowdown(idle, then) > maxSlowdown ? [`reads over ${maxSlowdown} x idle`] : []),
    ...(then.saves.max > maxSaving ? [`a save over ${maxSaving / 1000} s`] : []),
    ...(then.failures.length > 0 ? ['failures'] : []),
  ].join('; ')

/** A row for each measurement; the first is the idle one, with which the others are compared. */
export const rowsOf = (all: readonly Measured[]): Record<string, string | number>[] => {
  const [idle] = all
  if (!idle) return []
  return all.map((then) => ({
    while: then.name,
    seconds: then.seconds.toFixed(0),
    'reads: p50 / p99 / max, ms': [then.reads.p50, then.reads.p99, then.reads.max].map(shown).join(' / '),
    'p99 / idle': slowdown(idle, then).toFixed(1),
    'saves: p50 / p99 / max, ms': [then.saves.p50, then.saves.p99, then.saves.max].map(shown).join(' / '),
    'event loop held: p99 / max, ms': [then.loop.p99, then.loop.max].map(shown).join(' / '),
    requests: then.reads.count + then.saves.count,
    failures: then.failures.length,
    exceeds: exceeds(idle, then),
  }))
}

/** Each failure once, with what ran and how often it happened. */
export const failuresOf = (all: readonly Measured[]): string[] =>
  all.flatMap(({ failures, name }) =>
    [...new Set(failures)].map(
      (failure) => `${name}: ${failures.filter((other) => other === failure).length} x ${failure}`,
    ),
  )
