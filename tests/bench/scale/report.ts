import type { Timing } from './act.ts'
import { baseline } from './acts/index.ts'
import type { Growth } from './growth.ts'

/** The measurements at one size. */
export type Measured = { articles: number; timings: Timing[] }

/** The maximum growth of an act from one size to the next, and its maximum time at the size of the real site. */
const maxGrowth = 1.5
const maxMilliseconds = 150
const realSize = 36_000

const shown = (milliseconds: number): string => milliseconds.toFixed(milliseconds < 10 ? 1 : 0)

/** The exceeded limits, in a few words; empty if there are none. */
export const exceeds = (name: string, sizes: readonly Measured[]): string => {
  if (name === baseline) return ''
  const found = sizes.map(({ articles, timings }) => ({
    articles,
    timing: timings.find((timing) => timing.name === name),
  }))
  const words = found.flatMap(({ articles, timing }, at) => {
    const before = found[at - 1]?.timing
    const ratio = before && timing ? timing.p50 / before.p50 : 0
    return [
      ...(timing?.isSearch === false && ratio > maxGrowth ? [`grows ${ratio.toFixed(1)}-fold`] : []),
      ...(timing && articles <= realSize && timing.p95 > maxMilliseconds
        ? [`over ${maxMilliseconds} ms at ${articles.toLocaleString('en')}`]
        : []),
    ]
  })
  return words.join('; ')
}

/** A row for each act: p50 and p95 at each size, how it grew from the size before, and what exceeds. */
export const rowsOfActs = (sizes: readonly Measured[]): Record<string, string>[] =>
  (sizes[0]?.timings ?? []).map(({ name }) => {
    const row: Record<string, string> = { act: name }
    let before: number | undefined
    for (const { articles, timings } of sizes) {
      const timing = timings.find((found) => found.name === name)
      if (!timing) continue
      const size = articles.toLocaleString('en')
      row[`${size}: p50 / p95, ms`] = `${shown(timing.p50)} / ${shown(timing.p95)}`
      if (before !== undefined) row[`${size}: growth`] = (timing.p50 / before).toFixed(2)
      before = timing.p50
    }
    return { ...row, exceeds: exceeds(name, sizes) }
  })

/** A row for each way of a whole site: seconds at each size, and the exponent of its growth from the first to the last. */
export const rowsOfGrowth = (sizes: readonly Growth[]): Record<string, string>[] => {
  const [first] = sizes
  const last = sizes.at(-1)
  return Object.keys(first?.seconds ?? {}).map((name) => {
    const row: Record<string, string> = { what: name }
    for (const { articles, seconds } of sizes)
      row[`${articles.toLocaleString('en')}: seconds`] = (seconds[name] ?? Number.NaN).toFixed(2)
    if (!first || !last || first === last) return row
    const grown = Math.log((last.seconds[name] ?? Number.NaN) / (first.seconds[name] ?? Number.NaN))
    return { ...row, exponent: (grown / Math.log(last.articles / first.articles)).toFixed(2) }
  })
}

/** How import compares with its baselines at each size. */
export const rowsOfRatios = (sizes: readonly Growth[]): Record<string, string>[] =>
  sizes.map(({ articles, seconds }) => {
    const ratio = (one: string, other: string): string =>
      ((seconds[one] ?? Number.NaN) / (seconds[other] ?? Number.NaN)).toFixed(2)
    return {
      articles: articles.toLocaleString('en'),
      'first import / payload.create loop': ratio('first import', 'payload.create loop'),
      'unchanged import / reading and hashing': ratio('unchanged import', 'reading and hashing'),
    }
  })
