/** What something took, what its baseline took, both in seconds, and their ratio. */
export type Figure = { name: string; ours: number; baseline: number; ratio: number }

const median = (values: readonly number[]): number => {
  const sorted = values.toSorted((a, b) => a - b)
  return sorted[Math.floor(sorted.length / 2)] ?? Number.NaN
}

/** The seconds that some work takes. */
export const timed = async (work: () => Promise<unknown>): Promise<number> => {
  const started = performance.now()
  await work()
  return (performance.now() - started) / 1000
}

/**
 * Compares some work with a baseline: the median of several rounds, in each of which both run one after the other, so that
 * a busy machine slows down both.
 */
export const compare = async (
  name: string,
  work: { ours: () => Promise<unknown>; baseline: () => Promise<unknown> },
  rounds: number,
): Promise<Figure> => {
  const ours: number[] = []
  const baseline: number[] = []
  for (let round = 0; round < rounds; round += 1) {
    baseline.push(await timed(work.baseline))
    ours.push(await timed(work.ours))
  }
  return { name, ours: median(ours), baseline: median(baseline), ratio: median(ours) / median(baseline) }
}
