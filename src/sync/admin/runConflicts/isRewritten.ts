import { diff } from '@codemirror/merge'

/** The share of two texts that differs from which on they are two texts, not one with changes. */
const share = 0.5

const scanned = { scanLimit: 500 }

/** Whether more than half of two texts differs, so that marks of all differences would help nobody. */
export const isRewritten = (one: string, other: string): boolean => {
  const changed = diff(one, other, scanned).reduce(
    (sum, { fromA, fromB, toA, toB }) => sum + (toA - fromA) + (toB - fromB),
    0,
  )
  return changed > share * (one.length + other.length)
}
